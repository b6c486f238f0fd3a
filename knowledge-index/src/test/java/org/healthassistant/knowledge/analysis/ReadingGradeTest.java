package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingGradeTest {
  @Test
  void ranksPlainEnglishBelowOfficialese() {
    double plain =
        ReadingGrade.english("Sit up and lean a little forward. Pinch the soft part of the nose.");
    double official = ReadingGrade.english(
        "Patients should be advised to consult a physician prior to modifying their pharmacological regimen.");

    assertThat(plain).isLessThan(4);
    assertThat(official).isGreaterThan(12);
  }

  @Test
  void ranksPlainSpanishBelowOfficialese() {
    double plain = ReadingGrade.spanish("Tome agua. Descanse bien. Llame si la fiebre no baja.");
    double official = ReadingGrade.spanish(
        "La hospitalización interdisciplinaria contempla modificaciones farmacológicas individualizadas.");

    assertThat(plain).isLessThan(official);
  }

  @Test
  void isZeroWithoutWords() {
    assertThat(ReadingGrade.english(" …")).isZero();
    assertThat(ReadingGrade.spanish("")).isZero();
  }
}
