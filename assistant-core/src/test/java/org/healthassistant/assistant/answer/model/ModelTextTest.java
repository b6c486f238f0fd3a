package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rest. [c1] Drink water. [c2] | Rest. c1; Drink water. c2",
        "Rest [c1]. Drink water [c2]. | Rest. c1; Drink water. c2",
        "Rest. Drink water. [c1] | Rest. ; Drink water. c1",
        "Rest. [c1][r1] | Rest. c1 r1",
        "- Rest. [c1] | Rest. c1",
        "1) Rest. [c1] | Rest. c1",
        "Rest. [c] [cx] [d1] | Rest. ; [c] [cx] [d1] ",
        "Rest [c1 | Rest [c1 ",
        "Rest.. [c1] | Rest. c1"
      })
  void readsEachSentenceWithTheIdsThatEndIt(String written, String expected) {
    String shown = ModelText.read(written).stream()
        .map(sentence -> sentence.text() + " "
            + sentence.ids().stream().sorted().collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
    assertThat(shown.strip()).isEqualTo(expected.strip());
  }
}
