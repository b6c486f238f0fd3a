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
        "can I drink coffee? | true",
        "how do I keep from getting so bunged up on it | true",
        "what should a person with high blood pressure do on a hot day | false"
      })
  void hearsWhetherAMessageMayGoOn(String message, boolean follows) {
    assertThat(cues.mayGoOn(message)).isEqualTo(follows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "is that normal? | true",
        "can i take it with the other one | true",
        "cuanto dura eso mas o menos | true",
        "so should i keep taking them or not | true",
        "what should I eat | false",
        "is ibuprofen safe | false",
        "me duele la cabeza | false"
      })
  void hearsWhetherAMessagePointsToWhatItDoesNotName(String message, boolean points) {
    assertThat(cues.pointsBack(message)).isEqualTo(points);
  }
}
