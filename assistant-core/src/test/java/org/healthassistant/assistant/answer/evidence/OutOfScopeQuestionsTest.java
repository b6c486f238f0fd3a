package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfScopeQuestionsTest {

  private final OutOfScopeQuestions questions = new OutOfScopeQuestions();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Should I stop taking my metformin? | medicine",
        "can i double my dose of lisinopril | medicine",
        "¿puedo dejar de tomar la metformina? | medicine",
        "Do I have diabetes? | diagnosis",
        "¿será diabetes lo que tengo? | diagnosis",
        "¿tengo diabetes? | diagnosis",
        "Tengo diabetes? | diagnosis",
        "Hola. ¿Tengo la presión alta? | diagnosis",
        "me duele el pecho, ¿tendré un infarto? | diagnosis",
        "¿Padezco de anemia? | diagnosis",
        "¿Tiene mi hijo asma? | diagnosis",
        "Tengo diabetes, ¿qué puedo comer? | -",
        "tengo diabetes que puedo comer? | -",
        "tengo diabetes. puedo comer mango? | -",
        "¿Tengo que ayunar? | -",
        "¿Tengo alguna cita? | -",
        "¿Tengo alergias? | -",
        "tengo diabetes | -",
        "What is metformin? | -",
        "What can I eat with diabetes? | -",
        "can i stop eating sugar | -"
      })
  void knowsWhatOnlyAPersonMayDecide(String question, String kind) {
    assertThat(questions.kind(question).orElse("-")).isEqualTo(kind);
  }
}
