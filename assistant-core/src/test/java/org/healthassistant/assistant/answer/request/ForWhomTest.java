package org.healthassistant.assistant.answer.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForWhomTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my mother is on warfarin, can she eat spinach",
        "my mom's blood pressure is 150 what should she do",
        "can my husband drink alcohol with metformin?",
        "what can I give my son for a fever",
        "how do I help my father with diabetes",
        "I have a son with asthma, what should he avoid",
        "my 4 year old daughter has an earache",
        "is my wife's a1c of 8 bad",
        "my husbands a1c is 8 what does it mean",
        "my daughter is pregnant can she take tylenol",
        "should I take my baby to the doctor for a fever",
        "my friend has gout, what foods are bad for him",
        "mi hijo tiene fiebre",
        "¿qué le puedo dar a mi hijo para la tos?",
        "mi mamá toma warfarina, ¿puede comer espinaca?",
        "a mi esposo le duele la espalda",
        "me preocupa la presión de mi papá",
        "tengo un hijo con asma, ¿qué hago?",
        "mi abuela tiene diabetes, ¿qué puede comer?"
      })
  void knowsThatSomebodyElseIsMeant(String message) {
    assertThat(ForWhom.of(message, List.of())).isEqualTo(ForWhom.ANOTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my mother had diabetes, can I get it",
        "my son has the flu, can I catch it",
        "my husband says I should eat less salt, is that so",
        "do I have to tell my wife about my herpes",
        "can I take ibuprofen while breastfeeding my baby",
        "is coffee bad for my baby while pregnant",
        "what can I eat with diabetes",
        "my blood pressure is high",
        "my dad died of a heart attack, what is my risk",
        "what is asthma",
        "mi madre tuvo cáncer, ¿puedo heredarlo?",
        "mi hijo tiene gripe, ¿me puedo contagiar?",
        "mi esposo dice que tengo la presión alta",
        "¿puedo comer pan con diabetes?",
        "estoy embarazada, ¿es malo el café para mi bebé?"
      })
  void knowsThatTheWriterIsMeant(String message) {
    assertThat(ForWhom.of(message, List.of())).isEqualTo(ForWhom.WRITER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"how much tylenol for kids", "¿cuánto acetaminofén para niños?"})
  void knowsThatPeopleOfAKindAreMeant(String message) {
    assertThat(ForWhom.of(message, List.of())).isEqualTo(ForWhom.PEOPLE);
  }

  @Test
  void remembersOfWhomTheTalkIs() {
    assertThat(ForWhom.of("can she eat spinach", List.of("my mother is on warfarin")))
        .isEqualTo(ForWhom.ANOTHER);
    assertThat(ForWhom.of("¿y por la noche?", List.of("mi hijo tiene tos")))
        .isEqualTo(ForWhom.ANOTHER);
    assertThat(ForWhom.of("can I exercise with asthma", List.of("my mother is on warfarin")))
        .isEqualTo(ForWhom.WRITER);
  }
}
