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
        "can i take 50 to 100 of sertraline by myself | medicine",
        "can i take 50 to 100 of sertraline | medicine",
        "ok to go from 50mg to 100mg sertraline | medicine",
        "is it ok if i just take 100 mg | medicine",
        "can I give her two lisinopril today | medicine",
        "can i take four ibuprofen at once | medicine",
        "going off lexapro on my own | medicine",
        "my lisinopril is not working, i am going to take 2 | medicine",
        "puedo tomar de 50 a 100 de sertralina yo sola | medicine",
        "¿puedo subir la sertralina a 100? | medicine",
        "¿me tomo dos metforminas en vez de una? | medicine",
        "estoy en 210 con la metformina, ¿le subo a 1000? | medicine",
        "le doy la aspirina por mi cuenta | medicine",
        "está bien si me tomo 100 mg | medicine",
        "can i take ibuprofen 2 hours after lisinopril | -",
        "can i take metformin 3 times a day with food | -",
        "should i take ibuprofen for 10 days | -",
        "can my 4 year old take ibuprofen | -",
        "how do i give insulin by myself | -",
        "can i take ibuprofen with 2 other medicines | -",
        "can i take 2 days off after a flu shot | -",
        "¿puedo tomar ibuprofeno 2 horas después del lisinopril? | -",
        "¿puedo tomar metformina dos veces al día con comida? | -",
        "me tomo dos metforminas al día y me duele la panza | -",
        "¿cómo me pongo la insulina yo sola? | -",
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
