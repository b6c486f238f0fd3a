package org.healthassistant.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  @Test
  void goesOnAfterACapitalOrDottedLettersBeforeASmallLetter() {
    assertThat(english("C. diff is a gut germ. Eat at 3 a.m. if you must. Take vitamin C. Rest."))
        .containsExactly(
            "C. diff is a gut germ.", "Eat at 3 a.m. if you must.", "Take vitamin C.", "Rest.");
  }

  @Test
  void keepsDecimalsAndShortForms() {
    assertThat(english(
            "An A1C of 6.5 percent is high. Ask Dr. Lee about it, e.g. today. Take vitamin C."
                + " Rest."))
        .containsExactly(
            "An A1C of 6.5 percent is high.",
            "Ask Dr. Lee about it, e.g. today.",
            "Take vitamin C.",
            "Rest.");
  }

  @Test
  void splitsWhatPatientsWriteWithoutCapitals() {
    assertThat(english("my chest hurts. my arm is numb!! help me"))
        .containsExactly("my chest hurts.", "my arm is numb!!", "help me");
  }

  @Test
  void splitsAtLineBreaksAndKeepsListNumbers() {
    assertThat(english("1. Sit up.\n2. Call\r\n\r\nWait"))
        .containsExactly("1. Sit up.", "2. Call", "Wait");
  }

  @Test
  void keepsClosingMarksWithTheirSentence() {
    assertThat(english("She said \"call me.\" Then she left (quickly.) Now."))
        .containsExactly("She said \"call me.\"", "Then she left (quickly.)", "Now.");
  }

  @Test
  void splitsSpanish() {
    assertThat(split(
            "¿Tiene fiebre? Llame a la Dra. Ruiz. ¡No espere! Tome 2.5 ml…", Language.SPANISH))
        .containsExactly("¿Tiene fiebre?", "Llame a la Dra. Ruiz.", "¡No espere!", "Tome 2.5 ml…");
  }

  @Test
  void findsNothingInBlankTexts() {
    assertThat(english("")).isEmpty();
    assertThat(english(" \n\t ")).isEmpty();
    assertThat(english("...")).containsExactly("...");
  }

  @Test
  void losesNoLetterOfAnyText() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String alphabet = "ab .!?\n\"')6¿é😀".concat(" Dr. ");
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(80), 0, alphabet.length())
          .forEach(i -> text.append(alphabet.charAt(i)));
      int last = 0;
      StringBuilder between = new StringBuilder();
      for (Span span : SentenceSplitter.split(text.toString(), Language.ENGLISH)) {
        assertThat(span.start())
            .as("seed %s", seed)
            .isGreaterThanOrEqualTo(last)
            .isLessThan(span.end());
        between.append(text, last, span.start());
        last = span.end();
      }
      between.append(text, last, text.length());
      assertThat(between.toString()).as("seed %s", seed).isBlank();
    }
  }

  private static List<String> english(String text) {
    return split(text, Language.ENGLISH);
  }

  private static List<String> split(String text, Language language) {
    return SentenceSplitter.split(text, language).stream()
        .map(span -> span.in(text))
        .toList();
  }
}
