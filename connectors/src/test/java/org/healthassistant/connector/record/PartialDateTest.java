package org.healthassistant.connector.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01, 2024-12-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2024-02-07, 2024-02-07, 2024-02-07"
  })
  void knowsTheDaysItCanMean(String text, LocalDate earliest, LocalDate latest) {
    PartialDate date = PartialDate.parse(text);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "2024-2", "2024-13", "2024-02-30", "14 August 2024"})
  void refusesOtherForms(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a date must be yyyy, yyyy-MM or yyyy-MM-dd");
  }

  @Test
  void isOrderedByItsFirstDayThenThePreciseFirst() {
    List<String> sorted = Stream.of(
            "2025", "2024", "2024-01", "2024-01-01", "2024-03-05", "2024-02")
        .map(PartialDate::parse)
        .sorted()
        .map(PartialDate::text)
        .toList();
    assertThat(sorted)
        .containsExactly("2024-01-01", "2024-01", "2024", "2024-02", "2024-03-05", "2025");
  }

  @Test
  void makesAPersonAsOldAsThePartialBirthDateAllows() {
    Person person =
        new Person("p", "", PartialDate.parse("1990"), "unknown", null, List.of(), null, null);
    assertThat(person.ageOn(LocalDate.of(2026, 1, 1))).isEqualTo(36);
    assertThat(person.ageOn(LocalDate.of(1989, 12, 31))).isNull();
  }
}
