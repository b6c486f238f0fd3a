package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// In which language a keyword is answered, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeywordLanguageTest extends OneConversation {

  KeywordLanguageTest(TestDatabase database) {
    super(database);
  }

  @ParameterizedTest
  @CsvSource({
    "PARE, STOP",
    "Cancelar., STOP",
    "ALTO, STOP",
    "baja, STOP",
    "DETENER, STOP",
    "número equivocado, STOP",
    "¿AYUDA?, HELP",
    "Ayuda, HELP",
    "INICIAR, START",
    "comenzar, START",
    "EMPEZAR, START",
    "Pare., STOP",
    "déjeme en paz, STOP_IN_DOUBT"
  })
  void aSpanishKeywordOfANumberNotSeenBeforeIsAnsweredInSpanish(
      String text, Inbound.Keyword keyword) {
    assertThat(answered(text, keyword)).contains(Language.SPANISH);
  }

  @ParameterizedTest
  @CsvSource({"STOP, STOP", "START, START", "HELP, HELP", "please stop texting me, STOP"})
  void anEnglishOneIsAnsweredInEnglish(String text, Inbound.Keyword keyword) {
    assertThat(answered(text, keyword)).contains(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({"STOP, STOP", "START, START", "HELP, HELP", "info, HELP", "Cancel, STOP"})
  void theKeywordsThatCarriersTeachChangeNoKnownLanguage(String text, Inbound.Keyword keyword) {
    text("hola, ¿qué puedo comer si tengo diabetes?");

    assertThat(answered(text, keyword)).contains(Language.SPANISH);
  }

  @Test
  void aSentenceDoesChangeIt() {
    text("hola, ¿qué puedo comer si tengo diabetes?");

    assertThat(answered("please stop texting me", Inbound.Keyword.STOP)).contains(Language.ENGLISH);
  }

  private Optional<Language> answered(String text, Inbound.Keyword keyword) {
    return LanguageDetector.detect(complete(sms(text, keyword)).text());
  }
}
