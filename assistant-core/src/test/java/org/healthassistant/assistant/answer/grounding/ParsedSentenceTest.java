package org.healthassistant.assistant.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsedSentenceTest {

  /// The words that are said to be so with a plus, those denied with a minus.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ibuprofen lowers fever. | +fever +ibuprofen +lower",
        "Do not smoke. | -smok",
        "Do not smoke, but walk. | +but -smok +walk",
        "Avoid grapefruit. | +avoid -grapefruit",
        "Grapefruit should be avoided. | +avoid -grapefruit",
        "Stop smoking and walk. | -smok +stop +walk",
        "Eat everything except grapefruit, and walk. | +eat +everyth -except -grapefruit +walk",
        "No fume. | -fum"
      })
  void notesOfEachWordWhetherItIsDenied(String sentence, String expected) {
    Map<String, Set<Boolean>> content = new TreeMap<>(ParsedSentence.of(sentence).content);
    String shown = content.entrySet().stream()
        .map(word -> (word.getValue().contains(true) ? "+" : "")
            + (word.getValue().contains(false) ? "-" : "")
            + word.getKey())
        .collect(Collectors.joining(" "));
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void notesMedicinesPeopleAndCertainty() {
    ParsedSentence parsed = ParsedSentence.of("Advil may always harm children.");
    assertThat(parsed.medicines.values()).containsExactly("ibuprofen");
    assertThat(parsed.groups.values()).containsExactly("child");
    assertThat(parsed.certainty).containsExactly("always");
    assertThat(parsed.hedged).isTrue();
  }
}
