package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
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
        "estoy embarazada",
        "hipertencion",
        "Hipertensión",
        "colesterol",
        "ibuprofeno",
        "migrana"
      })
  void readsSpanish(String text) {
    assertThat(LanguageDetector.detect(text)).contains(Language.SPANISH);
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
    assertThat(LanguageDetector.detect(text)).contains(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "A1c?",
        "120/80",
        "no",
        "ibuprofen",
        "hypertention",
        "vomit",
        "pulse",
        "nasal spray",
        "👍"
      })
  void saysNothingWhereThereIsTooLittle(String text) {
    assertThat(LanguageDetector.detect(text)).isEmpty();
  }

  @Test
  void takesTheMajorityOfAMixedText() {
    assertThat(LanguageDetector.detect("me duele la cabeza, what should"))
        .contains(Language.SPANISH);
    assertThat(LanguageDetector.detect("my mamá has a headache and I want to help"))
        .contains(Language.ENGLISH);
  }

  @Test
  void saysNothingOfATie() {
    assertThat(LanguageDetector.detect("hello hola")).isEmpty();
  }

  @Test
  void readsDecomposedAccentsAndHugeTexts() {
    assertThat(LanguageDetector.detect("n\u0303")).contains(Language.SPANISH);
    assertThat(LanguageDetector.detect("the ".repeat(100_000))).contains(Language.ENGLISH);
  }
}
