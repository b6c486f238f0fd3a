package org.healthassistant.assistant.answer.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  /// Bound, value and unit of each number; `-` where a sentence has none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Take 2 tablets a day. | 2 tablet/day",
        "Take two tablets daily. | 2 tablet/day",
        "Drink 1,000 ml. | 1000 ml",
        "El resultado fue de 7,9. | 7.9",
        "Take half a tablet. | 0.5",
        "Take it twice a day. | 2 time/day",
        "Rest for 2 to 3 days. | 2 day, 3 day",
        "Rest for 2-3 days. | 2 day, 3 day",
        "Rest for 5 or more days. | >5 day",
        "Rest for 5 days or more. | >5 day",
        "Take less than 5 mg. | <5 mg",
        "Take no more than 5 mg. | <5 mg",
        "Take at least 5 mg. | >5 mg",
        "Do not take over 5 mg. | <5 mg",
        "Take over 3 days, 5 mg. | >3 day, 5 mg",
        "Your pressure was 180/120. | 180/120",
        "It began on August 14, 2026. | 14 month-8, 2026 year",
        "Empezó el 14 de agosto de 2026. | 14 month-8, 2026 year",
        "Take 3 tablets in May. | 3 tablet",
        "Type 2 diabetes is common. | 2 label",
        "It was found in 1998. | 1998 year",
        "On 2026-08-14 it was 7. | 2026, 14, 7",
        "Drink water. | -"
      })
  void readsValueUnitAndBound(String sentence, String expected) {
    assertThat(shown(sentence)).isEqualTo(expected.equals("-") ? "" : expected);
  }

  @Test
  void takesOneNumberWrittenInTwoWaysForTheSame() {
    assertThat(shown("Take 2.50 mg.")).isEqualTo(shown("Take 2.5 mg."));
    assertThat(shown("Tome dos tabletas al día.")).isEqualTo(shown("Take 2 tablets a day."));
  }

  private static String shown(String sentence) {
    return ParsedSentence.of(sentence).quantities.stream()
        .map(quantity -> (quantity.bound() + quantity.value() + " " + quantity.unit()).strip())
        .collect(Collectors.joining(", "));
  }
}
