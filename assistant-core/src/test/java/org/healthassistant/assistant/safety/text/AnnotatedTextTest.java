package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedTextTest {

  private static final Lexicon LEXICON = SmallLexicon.open();

  private static AnnotatedText read(String... messages) {
    return LEXICON.read(List.of(messages));
  }

  private static boolean allDenied(AnnotatedText text, String concept) {
    int[] hits = text.hitsOf(LEXICON.number(concept));
    return hits.length > 0 && Arrays.stream(hits).allMatch(text::denied);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no chest pain",
        "i dont have any chest pain",
        "no fever, chest pain or chills",
        "no fever or chest pain"
      })
  void deniesWhatStandsRightBehindANegationAndInItsList(String text) {
    assertThat(allDenied(read(text), "symptom/pain")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no fever but chest pain",
        "no fever, chest pain",
        "no fever. chest pain",
        "not sure chest pain",
        "no idea chest pain",
        "no fever or chills, i had chest pain"
      })
  void deniesNothingBeyondAContrastAPauseOrAnotherWord(String text) {
    assertThat(allDenied(read(text), "symptom/pain")).isFalse();
  }

  @Test
  void deniesNothingInTheNextMessage() {
    assertThat(allDenied(read("no", "chest pain"), "symptom/pain")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i have no [cough] today | true",
        "i have [cough] no fever | false",
        "no fever but [cough] | false"
      })
  void asksOfAnyStretchWhetherItIsDenied(String marked, boolean denied) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    String text = marked.replace("[", "").replace("]", "");
    assertThat(LEXICON.denied(text, start, end)).isEqualTo(denied);
  }

  @Test
  void joinsTheClausesAtTheSeamOfTwoMessages() {
    var text = read("fever, my chest", "hurts bad. fever");
    int chest = text.hit(text.hitsOf(LEXICON.number("site/chest"))[0]).first();
    int hurts = text.hit(text.hitsOf(LEXICON.number("symptom/pain"))[0]).first();
    int[] fevers = text.hitsOf(LEXICON.number("symptom/fever"));
    assertThat(text.sameClause(chest, hurts)).isTrue();
    assertThat(text.clause(chest)).isLessThan(text.clause(hurts));
    assertThat(text.sameClause(text.hit(fevers[0]).first(), chest)).isFalse();
    assertThat(text.sameClause(hurts, text.hit(fevers[1]).first())).isFalse();
    assertThat(text.message(chest)).isZero();
    assertThat(text.message(hurts)).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "years ago, i wanted to die | true",
        "my chest hurt years ago, i want to die | false",
        "well it was all so many years ago now, i want to die | false",
        "years ago. i want to die | false",
        "years ago, it was good, i want to die | false"
      })
  void letsAShortOpeningColourTheClauseBehindIt(String message, boolean leads) {
    var text = read(message);
    int cue = text.hit(text.hitsOf(LEXICON.number("cue/past"))[0]).first();
    int die = text.hit(text.hitsOf(LEXICON.number("verb/die"))[0]).first();
    assertThat(text.leadsInto(cue, die)).isEqualTo(leads);
  }

  @Test
  void hearsNothingInsideAMask() {
    var text = read("a cake to die for");
    assertThat(text.hitsOf(LEXICON.number("verb/die"))).isEmpty();
    assertThat(read("i want to die").hitsOf(LEXICON.number("verb/die"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chesst | true",
        "cheeeest | true",
        "chestpain | true",
        "c h e s t | true",
        "ch3st | true",
        "chess | false",
        "cheese | false"
      })
  void readsMisspeltWords(String written, boolean known) {
    assertThat(read(written).hitsOf(LEXICON.number("site/chest")).length > 0).isEqualTo(known);
  }

  @Test
  void revealsNothingOfTheText() {
    assertThat(read("my chest hurts")).hasToString("AnnotatedText[REDACTED]");
  }
}
