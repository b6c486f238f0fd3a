package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingGradeTest {

  private static final String PLAIN =
      "Drink water all day. Rest when you can. Eat soft food if your throat is sore. Wash your hands"
          + " a lot. Stay home while you feel sick. Call your care team if you do not feel better in a"
          + " week. Keep your mask on near others. Sleep well at night.";

  private static final String HARD =
      "Individuals experiencing exacerbations of chronic obstructive pulmonary disease should consult"
          + " their multidisciplinary healthcare providers regarding pharmacological optimization,"
          + " because inappropriate self-administration of corticosteroids may precipitate metabolic"
          + " decompensation, particularly among individuals with concomitant endocrinological"
          + " comorbidities requiring continuous physiological surveillance and individualized"
          + " therapeutic recommendations throughout hospitalization.";

  @Test
  void saysNothingOfAShortReply() {
    assertThat(ReadingGrade.of("Drink water.", "en")).isNull();
  }

  @Test
  void tellsPlainFromHardEnglish() {
    assertThat(ReadingGrade.of(PLAIN, "en")).isLessThan(5);
    assertThat(ReadingGrade.of(HARD, "en")).isGreaterThan(12);
  }
}
