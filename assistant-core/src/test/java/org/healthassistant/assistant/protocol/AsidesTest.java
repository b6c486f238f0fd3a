package org.healthassistant.assistant.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.words.PatientWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is about something else while a question waits, and what never is.
class AsidesTest {

  private static final SymptomProtocols PROTOCOLS =
      SymptomProtocols.builtIn(new PatientWords()::group);

  /// Another question, an errand, what the record holds, a greeting: the question stays open, and
  /// nothing goes up by them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "when do you open?",
        "and when do you open",
        "I have a question about my bill",
        "I need a refill of lisinopril",
        "show me my last a1c",
        "my last blood pressure",
        "what is a normal blood pressure",
        "one more thing, what is the dose of tylenol",
        "lisinopril side effects",
        "thanks",
        "hello",
        "y a qué hora abren",
        "quiero cambiar mi cita",
        "mi última presión",
        "otra pregunta: qué es la gota",
        "efectos secundarios de la metformina",
        "gracias"
      })
  void leavesWhatIsPlainlyElseAside(String other) {
    for (String complaint : List.of(
        "I have a headache",
        "i have a cough",
        "my stomach hurts",
        "i have heartburn",
        "it hurts",
        "me duele")) {
      assertThat(PROTOCOLS.hear(begun(complaint).progress(), other))
          .as(complaint)
          .isInstanceOf(Hearing.Aside.class);
    }
  }

  /// What could be an answer, or tells of an ailment, is never set aside.
  @ParameterizedTest
  @CsvSource({
    "is it bad that my neck is stiff?, EMERGENCY",
    "'I need a refill, my arm is numb', EMERGENCY",
    "not sure, SAME_DAY"
  })
  void hearsAnAnswerInAnotherQuestion(String text, Level level) {
    assertThat(level(PROTOCOLS.hear(begun("I have a headache").progress(), text)))
        .isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I need a refill and it is getting worse",
        "my last pills made me vomit",
        "necesito receta, me duele más",
        "my last one was 39"
      })
  void setsNothingAsideThatAils(String text) {
    assertThat(PROTOCOLS.hear(begun("I have a headache").progress(), text))
        .isNotInstanceOf(Hearing.Aside.class);
  }

  private static Hearing.Ask begun(String text) {
    return (Hearing.Ask) PROTOCOLS.begin(text, Optional.empty()).orElseThrow();
  }

  private static Level level(Hearing hearing) {
    return switch (hearing) {
      case Hearing.Done done -> done.disposition().level();
      case Hearing.Left left -> left.disposition().level();
      case Hearing.Ask ask -> PROTOCOLS.unanswered(ask.progress()).level();
      case Hearing.Aside aside -> Level.SELF_CARE;
    };
  }
}
