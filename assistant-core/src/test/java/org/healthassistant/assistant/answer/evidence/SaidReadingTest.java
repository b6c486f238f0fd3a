package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | my sugar was 214 after lunch | what should my blood sugar be",
        "en | BP 152/94 this morning | what do my blood pressure numbers mean",
        "en | my a1c came back 8.1 | what does my a1c number mean",
        "es | mi azúcar salió en 214 | cuanto debe ser mi azucar",
        "es | presión 150 con 95 | que significan los numeros de la presion",
      })
  void takesAReadingThatIsToldAsTheQuestionWhatItMeans(String language, String text, String asked) {
    assertThat(SaidReading.question(text, Language.required(language))).contains(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what can I eat if my sugar was 214",
        "my sugar is high",
        "is 214 a bad sugar",
        "I take 10 mg for my blood pressure",
        "my pressure pills ran out 3 days ago",
        "is my pressure of 150 bad?"
      })
  void leavesAllElse(String text) {
    assertThat(SaidReading.question(text, Language.ENGLISH)).isEmpty();
  }
}
