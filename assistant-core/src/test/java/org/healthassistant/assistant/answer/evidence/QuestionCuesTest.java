package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionCuesTest {

  private final QuestionCues cues = QuestionCues.BUILT_IN;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "and at night? | true",
        "¿Y con fruta? | true",
        "is that bad | true",
        "what is asthma | false",
        "is it safe to run a marathon with high blood pressure | false"
      })
  void hearsWhetherAMessageGoesOn(String message, boolean follows) {
    assertThat(cues.isFollowUp(message, 6)).isEqualTo(follows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what was my last a1c | true | false",
        "is my weight going up | true | true",
        "¿cómo va mi presión con el tiempo? | true | true",
        "what is a normal a1c | false | false"
      })
  void hearsWhetherTheOwnValueOrItsTrendIsAsked(String message, boolean own, boolean trend) {
    assertThat(cues.asksForOwn(message)).isEqualTo(own);
    assertThat(cues.asksForTrend(message)).isEqualTo(trend);
  }
}
