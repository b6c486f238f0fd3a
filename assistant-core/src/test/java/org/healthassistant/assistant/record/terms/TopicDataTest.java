package org.healthassistant.assistant.record.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.record.terms.ItemReference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicDataTest {

  @Test
  void readsAReferenceOnce() {
    assertThat(ItemReference.parse("measure/blood-pressure"))
        .isEqualTo(new ItemReference(Kind.MEASURE, "blood-pressure"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"measure", "lab/a1c", "/a1c", "", "Measure/a1c"})
  void refusesAReferenceOfNoKnownKind(String text) {
    assertThatThrownBy(() -> ItemReference.parse(text))
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("expected measure/");
  }

  @Test
  void namesEveryReferenceThatLeadsNowhere() {
    Map<String, List<ItemReference>> topics = Map.of(
        "diabetes", List.of(ItemReference.parse("measure/a1c")),
        "heart", List.of(ItemReference.parse("condition/pulse")));
    assertThatThrownBy(() -> new TopicData(topics, Map.of(), Map.of(), Map.of(), Map.of()))
        .hasMessageContaining("a1c")
        .hasMessageContaining("pulse");
  }

  @Test
  void findsTheMeasureOfACode() {
    TopicData data = TopicData.builtIn();
    assertThat(data.measureOf("17856-6")).contains(data.measures().get("a1c"));
    assertThat(data.measureOf("0000-0")).isEmpty();
  }
}
