package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "me duele mucho el pecho",
        "ayuda",
        "¿A1c?",
        "hola",
        "tengo calentura y tos desde ayer",
        "mi niño no quiere comer",
        "que puedo comer",
        "presion alta",
        "No puedo respirar",
        "cual es la dosis de ibuprofeno",
        "estoy embarazada"
      })
  void readsSpanish(String text) {
    assertThat(LanguageReader.read(text)).contains("es");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi",
        "I need help",
        "my chest hurts really bad and my arm is numb",
        "what can I eat",
        "can't breathe",
        "Im so dizzy",
        "blood pressure 190/120",
        "should I go to the ER?",
        "took 2 tylenol"
      })
  void readsEnglish(String text) {
    assertThat(LanguageReader.read(text)).contains("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "A1c?", "120/80", "no", "ibuprofen", "👍"})
  void saysNothingWhereThereIsTooLittle(String text) {
    assertThat(LanguageReader.read(text)).isEmpty();
  }

  @Test
  void takesTheMajorityOfAMixedText() {
    assertThat(LanguageReader.read("me duele la cabeza, what should")).contains("es");
    assertThat(LanguageReader.read("my mamá has a headache and I want to help")).contains("en");
  }

  @Test
  void saysNothingOfATie() {
    assertThat(LanguageReader.read("hello hola")).isEmpty();
  }

  @Test
  void readsDecomposedAccentsAndHugeTexts() {
    assertThat(LanguageReader.read("n\u0303")).contains("es");
    assertThat(LanguageReader.read("the ".repeat(100_000))).contains("en");
  }
}
