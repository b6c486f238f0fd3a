package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class ReadingGradeTest {
  @Test
  void ranksPlainEnglishBelowOfficialese() {
    double plain = english("Sit up and lean a little forward. Pinch the soft part of the nose.");
    double official =
        english("Patients should be advised to consult a physician prior to modifying their"
            + " pharmacological regimen.");

    assertThat(plain).isLessThan(4);
    assertThat(official).isGreaterThan(12);
  }

  @Test
  void ranksPlainSpanishBelowOfficialese() {
    double plain = spanish("Tome agua. Descanse bien. Llame si la fiebre no baja.");
    double official =
        spanish("La hospitalización interdisciplinaria contempla modificaciones farmacológicas"
            + " individualizadas.");

    assertThat(plain).isLessThan(official);
  }

  @Test
  void isZeroWithoutWords() {
    assertThat(english(" …")).isZero();
    assertThat(spanish("")).isZero();
  }

  @Test
  void keepsToTheFormulasOfTheirAuthors() {
    assertThat(english("The cat sat. It ran.")).isCloseTo(0.39 * 2.5 + 11.8 - 15.59, within(1e-9));
    assertThat(spanish("La casa es roja."))
        .isCloseTo(-0.205 * 25 + 0.049 * 150 - 3.407, within(1e-9));
  }

  private static double english(String text) {
    return ReadingGrade.grade(text, Language.ENGLISH);
  }

  private static double spanish(String text) {
    return ReadingGrade.grade(text, Language.SPANISH);
  }
}
