package org.healthassistant.assistant.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

  private final Keywords keywords = new Keywords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "STOP!!",
        "stopall",
        "Unsubscribe",
        "CANCEL",
        "END",
        "quit",
        "revoke",
        "OPT OUT",
        "opt-out",
        "STOP PLEASE",
        "Please stop.",
        "please stop texting me",
        "Don't text me anymore",
        "Don’t text me anymore!",
        "no more texts",
        "ALTO",
        "Parar",
        "baja",
        "Por favor, parar",
        "No me escriban más",
        "NO ME ESCRIBAN MAS",
        "¡Dejen de escribirme!"
      })
  void readsAnOptOut(String message) {
    assertThat(keywords.match(message)).isEqualTo(Keyword.STOP);
  }

  @ParameterizedTest
  @CsvSource({
    "START, START", "unstop, START", "Iniciar, START", "comenzar., START",
    "HELP, HELP", "help!, HELP", "Info, HELP", "¿AYUDA?, HELP"
  })
  void readsTheOtherKeywords(String message, Keyword keyword) {
    assertThat(keywords.match(message)).isEqualTo(keyword);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "👍",
        "...",
        "YES",
        "Should I stop my metformin?",
        "CANCEL my appointment",
        "stop it",
        "I want to end it",
        "end it all",
        "I can't stop crying",
        "help me",
        "ayúdame",
        "necesito ayuda",
        "la baja presión",
        "presión baja",
        "bajas",
        "start insulin today?",
        "how do I stop the bleeding",
        "stop the bleeding",
        "quiero parar de tomar la pastilla"
      })
  void leavesEveryOtherMessageToTheScreen(String message) {
    assertThat(keywords.match(message)).isEqualTo(Keyword.NONE);
  }
}
