package org.healthassistant.assistant.answer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormGateTest {

  private static final List<String> EVIDENCE = List.of(
      "Rest and drink water when you have the flu. Call 911 if you can not breathe. Stop taking"
          + " ibuprofen if your stools are black. Acetaminophen (such as Tylenol) lowers a fever."
          + " See medlineplus.gov for more.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rest, and drink water if you have the flu.",
        "Drink 6 to 8 glasses (about 1.5 liters) a day.",
        "Acetaminophen, such as Tylenol, brings a fever of 101.5 °F down.",
        "You may have a sore throat, and you can have tea.",
        "Do not stop taking your medicine without asking your care team.",
        "Ask your care team before you stop a medicine.",
        "If you have diabetes, check your feet each day.",
        "You have two kidneys.",
        "Quit smoking, since it harms your heart.",
        "¿Tiene fiebre? Descanse y tome agua.",
        "Si tiene diabetes, revise sus pies cada día.",
        "No deje de tomar su medicina sin hablar con su equipo."
      })
  void letsPlainSentencesThrough(String sentence) {
    assertThat(FormGate.look(sentence, EVIDENCE)).isEqualTo(new FormGate.Passed(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**Rest and drink water.** | Rest and drink water.",
        "*Rest* and `drink` water. | Rest and drink water.",
        "__Rest__ and ***drink*** water. | Rest and drink water."
      })
  void takesMarksOfEmphasisAway(String written, String shown) {
    assertThat(FormGate.look(written, EVIDENCE)).isEqualTo(new FormGate.Passed(shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "## Rest and water. | markup",
        "``` Rest and drink water. | markup",
        "> Rest and drink water. | markup",
        "Rest <b>well</b> and drink water. | markup",
        "{\"answer\": \"Rest and drink water.\"} | markup",
        "Отдыхайте и пейте воду. | markup",
        "Rest and drink water 😀. | markup",
        "See https://flu.example/cure for rest. | link",
        "See [this page](https://flu.example) on rest. | link",
        "Read cure-flu.com on rest and water. | link",
        "Write to nurse@clinic.example about rest. | link",
        "Rest and drink | cut",
        "drink water and rest. | cut",
        "Rest. | length",
        "As an AI, I can not say. | aside",
        "The evidence says to rest. | aside",
        "Okay, rest and drink water. | aside",
        "Let me look at what helps with the flu. | aside",
        "The user has the flu and should rest. | aside",
        "Según la evidencia, descanse. | aside",
        "You have the flu. | diagnosis",
        "You probably have a sinus infection. | diagnosis",
        "This sounds like a heart attack. | diagnosis",
        "You are likely diabetic. | diagnosis",
        "Your symptoms suggest appendicitis. | diagnosis",
        "Usted tiene diabetes. | diagnosis",
        "Esto parece una infección. | diagnosis",
        "Stop taking your metformin today. | medicine-change",
        "Skip a dose of lisinopril when you feel dizzy. | medicine-change",
        "Double your dose of insulin. | medicine-change",
        "Take an extra pill at night. | medicine-change",
        "Deje de tomar su metformina. | medicine-change",
        "Aumente la dosis de insulina. | medicine-change",
        "I have alerted your care team. | alert",
        "Your doctor has been notified. | alert",
        "An ambulance is on the way. | alert",
        "A nurse will call you today. | alert",
        "Hemos avisado a su médico. | alert",
        "Su equipo ya fue avisado. | alert",
        "Call 911 for a fever. | emergency-number",
        "Text 988 if you feel low. | emergency-number",
        "Call 1-800-222-1222 about the pills. | emergency-number",
        "Llame al 112 si tiene fiebre. | emergency-number",
        "Rest well, Mr. Okafor needs it. | identity",
        "Rest and drink water as Maria does. | identity",
        "Take Advil and drink water. | identity"
      })
  void refusesWhatMustNotBeShown(String sentence, String reason) {
    assertThat(FormGate.look(sentence, EVIDENCE)).isEqualTo(new FormGate.Refused(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call 911 if you can not breathe.",
        "Stop taking ibuprofen if your stools are black.",
        "See medlineplus.gov for more."
      })
  void letsVettedSentencesBeQuotedWordByWord(String sentence) {
    assertThat(FormGate.look(sentence, EVIDENCE)).isEqualTo(new FormGate.Passed(sentence));
  }

  @Test
  void refusesWhatHasNoEnd() {
    assertThat(FormGate.look("Rest and " + "drink and ".repeat(5_000) + "rest.", EVIDENCE))
        .isEqualTo(new FormGate.Refused("length"));
  }
}
