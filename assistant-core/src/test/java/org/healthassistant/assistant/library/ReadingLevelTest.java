package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class ReadingLevelTest {

  private static final String PLAIN = "Sit down and rest. Drink some water. Call us if it hurts. ";

  @Test
  void saysNothingOfAFewWords() {
    assertThat(ReadingLevel.grade(PLAIN, Language.ENGLISH)).isEmpty();
  }

  @Test
  void findsLongWordsHarderThanShortOnes() {
    String hard = "Immunosuppressive medication necessitates particularly careful haematological"
        + " surveillance throughout administration. ";

    double easy = ReadingLevel.grade(PLAIN.repeat(5), Language.ENGLISH).orElseThrow();
    assertThat(easy).isLessThan(5);
    assertThat(ReadingLevel.grade(hard.repeat(6), Language.ENGLISH).orElseThrow())
        .isGreaterThan(easy + 5);
  }
}
