package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeidentifierTest {

  private static final Person DANA = new Person(
      "dana",
      "Dana Whitfield-Ruíz",
      null,
      "female",
      "en",
      List.of(),
      "12 Elm Street, Springfield",
      new EmergencyContact("Marco de la Torre", null, List.of()));

  private final Deidentifier cleaner = new Deidentifier(Optional.of(DANA));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i am dana, can i eat fruit? | i am [name] can i eat fruit?",
        "DANA'S knee hurts | [name] knee hurts",
        "my husband Marco says no | my husband [name] says no",
        "i live on elm near springfield | i live on [name] near [name]",
        "mail me at dana@example.org | mail me at [address]",
        "see https://example.org/me | see [address]",
        "see www.example.org | see [address]",
        "call 555-0142-777 | call [number]",
        "born 3/14/61 | born [date]",
        "since 26-8-1 | since [date]",
        "my a1c was 7.9 and 120/80 | my a1c was 7.9 and 120/80",
        "la torre is a drug | la [name] is a drug"
      })
  void takesOutWhatTellsWhoWroteIt(String text, String cleaned) {
    assertThat(cleaner.clean(text)).isEqualTo(cleaned);
  }

  @Test
  void knowsNoNamesWithoutAPerson() {
    assertThat(new Deidentifier(Optional.empty()).clean("i am dana, call 5550142777"))
        .isEqualTo("i am dana, call [number]");
  }
}
