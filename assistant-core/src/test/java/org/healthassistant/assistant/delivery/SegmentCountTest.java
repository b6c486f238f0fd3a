package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.healthassistant.connector.sms.Segmenter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// The count that a provider sees while writing is the one by which texts are cut: both are
/// held to the same cases (`src/test/js/segments.test.js`).
class SegmentCountTest {

  record Case(String text, @Nullable Integer times, int texts) {}

  static List<Case> cases() throws Exception {
    try (var in = SegmentCountTest.class.getResourceAsStream("/words/segments.json")) {
      return List.of(new JsonMapper().readValue(in, Case[].class));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheOneThatTheBrowserShows(Case given) {
    int times = given.times() == null ? 1 : given.times();
    assertThat(Segmenter.segment(given.text().repeat(times)).segments()).isEqualTo(given.texts());
  }
}
