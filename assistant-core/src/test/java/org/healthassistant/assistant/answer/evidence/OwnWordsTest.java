package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my mother has type 2 diabetes, what can she eat | i have type 2 diabetes what can i eat",
        "can my husband drink alcohol with metformin? | can i drink alcohol with metformin",
        "mi papá tiene diabetes, ¿qué puede comer? | tengo diabetes que puedo comer",
        "¿mi suegra puede comer mango? | puedo comer mango",
      })
  void wordsAQuestionOnAGrownUpAsTheWritersOwn(String text, String own) {
    assertThat(OwnWords.wording(text)).contains(own);
  }

  @Test
  void leavesWhatIsOfAChildOrOfNobody() {
    assertThat(OwnWords.wording("my son has a fever, what can I give him")).isEmpty();
    assertThat(OwnWords.wording("what can I eat with diabetes")).isEmpty();
  }
}
