package org.healthassistant.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WHAT CAN I EAT WITH DIABETES | what can i eat with diabetes",
        "¿QUÉ ES LA PRESIÓN ALTA? | ¿qué es la presión alta?",
        "QUE HAGO SI MI NIÑO TIENE FIEBRE | que hago si mi niño tiene fiebre",
        "DIABETES | diabetes",
        "What Can I Eat With Diabetes | what can i eat with diabetes",
        "what can I eat with DIABETES | what can I eat with diabetes",
        "WHAT IS MY LDL?? help | what is my ldl?? help"
      })
  void lowersWhatIsTypedInCapitals(String text, String lowered) {
    assertThat(Capitals.lowered(text)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is an LDL of 160",
        "I have COPD and GERD",
        "LDL",
        "HIV",
        "is Tylenol safe",
        "What is high blood pressure?",
        "A1c 7.2",
        "",
        "¿?"
      })
  void leavesAbbreviationsAndUsualWriting(String text) {
    assertThat(Capitals.lowered(text)).isEqualTo(text);
  }

  @Test
  void isDoneOnce() {
    String once = Capitals.lowered("HOW LONG DOES THE FLU LAST");
    assertThat(Capitals.lowered(once)).isEqualTo(once);
  }
}
