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
        "¡Dejen de escribirme!",
        "Stop. Thank you",
        "Stop thanks",
        "STOP STOP",
        "STOP!!!!! STOP!!!!",
        "stop stop stop please",
        "STOP SMS",
        "STOP please and thank you",
        "Stop.\nSent from my iPhone",
        "Alto\nEnviado desde mi iPhone",
        "Hi, please stop. Thanks!",
        "STOP 🛑🛑",
        "quit texting me",
        "cancel texts",
        "cancel all your texts",
        "cancel my subscription to these messages",
        "stop sending messages to this number",
        "I do not want any more messages",
        "I don't want to receive texts",
        "remove my number",
        "please remove my number from your list",
        "take me off the text list",
        "wrong number",
        "Sorry, wrong number.",
        "PARE",
        "pare por favor",
        "CANCELAR",
        "no quiero mensajes",
        "no quiero recibir sus mensajes",
        "Parar mensajes",
        "no gracias, no más mensajes",
        "borren mi número",
        "unsub",
        "stpo",
        "s t o p",
        "STOP/ALTO",
        "who is this? stop",
        "¿Quién es? ¡Alto!",
        "Bórrenme de la lista",
        "Deténganse"
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
        "leave me alone",
        "Please leave me alone!",
        "déjeme en paz",
        "PARA",
        "enough",
        "I get no messages"
      })
  void asksBackWhatMayBeOne(String message) {
    assertThat(keywords.match(message)).isEqualTo(Keyword.STOP_IN_DOUBT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do not stop the texts",
        "don't stop texting me",
        "please don't cancel my messages",
        "no pare los mensajes",
        "can I stop the messages?",
        "STOP taking metformin?",
        "who is this?",
        "stop my metformin? who is this",
        "stop taking my medicine and text me",
        "thank you",
        "ok thanks",
        "no",
        "please help",
        "help help me please",
        "I got no message from you",
        "end the pain",
        "the number is wrong, it was 250",
        "my number is 250",
        "take my number",
        "quiero parar de tomar mensajes y pastillas",
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
