package org.healthassistant.assistant.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A document outlives the version of the program that wrote it.
class StoredJsonTest {

  private final StoredJson stored = new StoredJson(JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build());

  record Kept(String id, List<String> reasons, List<Part> parts, boolean read) {
    Kept {
      reasons = List.copyOf(reasons);
      parts = List.copyOf(parts);
    }
  }

  record Part(String name) {}

  @Test
  void isReadAsItWasWritten() {
    Kept kept = new Kept("a", List.of("one"), List.of(new Part("p")), true);

    assertThat(stored.read(stored.write(kept), Kept.class)).isEqualTo(kept);
  }

  @Test
  void ofANewerVersionIsReadWithoutWhatIsUnknown() {
    String newer = """
        {"id":"a","reasons":["one"],"parts":[{"name":"p","colour":"red"}],"read":true,"mood":{"x":1}}
        """;

    assertThat(stored.read(newer, Kept.class))
        .isEqualTo(new Kept("a", List.of("one"), List.of(new Part("p")), true));
  }

  @Test
  void ofAnOlderVersionHasNothingInListsThatItLacks() {
    assertThat(stored.read("{\"id\":\"a\",\"parts\":null}", Kept.class))
        .isEqualTo(new Kept("a", List.of(), List.of(), false));
  }

  @Test
  void thatIsDamagedIsRefused() {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> stored.read("{\"id\":", Kept.class));
  }
}
