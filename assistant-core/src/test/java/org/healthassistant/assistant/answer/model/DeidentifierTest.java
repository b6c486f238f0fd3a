package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "la torre is a drug | la [name] is a drug",
        "call (555) 123 4567 | call [number]",
        "call 555 123 4567 now | call [number] now",
        "call +1.555.123.4567 | call [number]",
        "my ssn is 123 45 6789 | my ssn is [number]",
        "record 12-34-56 78 | record [number]",
        "dana whitfield-ruiz | [name] [name]",
        "WHITFIELD/RUIZ | [name]",
        "de la Torre-Marco says | de la [name] says",
        "born November 24, 1950 in town | born [date] in town",
        "since 24 november 1950 | since [date]",
        "nací el 24 de noviembre de 1950 | nací el [date]",
        "on nov. 24th | on [date]",
        "since 3-Mar-2019 | since [date]",
        "since march 2019 | since [date]",
        "it may be 120/80 130/85 | it may be 120/80 130/85"
      })
  void takesOutWhatTellsWhoWroteIt(String text, String cleaned) {
    assertThat(cleaner.clean(text)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am Li Ng | I am [name] [name]",
        "Li here | [name] here",
        "my a1c is ng per li | my a1c is ng per li",
        "ask Will about it | ask [name] about it",
        "Will it hurt? | Will it hurt?",
        "i will ask wu ng | i will ask wu ng",
        "i am xiulan ng | i am [name] [name]"
      })
  void takesShortAndCommonNamesWhereTheyAreWrittenAsNames(String text, String cleaned) {
    Person li = new Person(
        "li",
        "Li Xiulan Ng",
        null,
        "female",
        "en",
        List.of(),
        null,
        new EmergencyContact("Will Wu", null, List.of()));

    assertThat(new Deidentifier(Optional.of(li)).clean(text)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write to danawhitfield please",
        "my number is five five five one two three four",
        "llame al cinco cinco cinco uno dos tres cuatro",
        "mail dana at gmail dot com"
      })
  void tellsWhatCannotBeCleaned(String text) {
    assertThat(cleaner.isClean(cleaner.clean(text))).isFalse();
  }

  @Test
  void tellsThatWhatIsCleanIsClean() {
    assertThat(cleaner.isClean(cleaner.clean("dana, call (555) 123 4567 at one or two")))
        .isTrue();
  }

  @Test
  void knowsNoNamesWithoutAPerson() {
    assertThat(new Deidentifier(Optional.empty()).clean("i am dana, call 5550142777"))
        .isEqualTo("i am dana, call [number]");
  }
}
