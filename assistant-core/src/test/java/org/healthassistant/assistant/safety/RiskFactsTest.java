package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskFactsTest {

  private static final Screen SCREEN = Screen.builtIn();

  private static Level level(String text, Set<RiskFact> risk) {
    return SCREEN
        .screen(new Screening(new ScreenedText("m1", text), List.of(), risk, Optional.empty()))
        .level();
  }

  @ParameterizedTest
  @CsvSource({
    "immunosuppressed, SELF_CARE, EMERGENCY, i have a fever of 101",
    "pregnant,         SELF_CARE, EMERGENCY, i have a fever of 101",
    "postpartum,       SELF_CARE, EMERGENCY, tengo fiebre de 38.6",
    "infant,           SELF_CARE, EMERGENCY, she has a fever",
    "anticoagulant,    ROUTINE,   EMERGENCY, i bumped my head on the cabinet",
    "insulin,          SELF_CARE, SAME_DAY,  im shaky and sweaty",
    "heart-failure,    ROUTINE,   SAME_DAY,  my ankles are swollen",
    "older-adult,      SELF_CARE, SAME_DAY,  i fell in the kitchen",
    "lives-alone,      SELF_CARE, SAME_DAY,  so dizzy today",
    "lives-alone,      ROUTINE,   SAME_DAY,  sugar 66"
  })
  void completeADangerOfThePatient(String fact, Level without, Level with, String text) {
    assertThat(level(text, Set.of())).isEqualTo(without);
    assertThat(level(text, Set.of(RiskFact.of(fact).orElseThrow()))).isEqualTo(with);
  }

  @ParameterizedTest
  @CsvSource({
    "immunosuppressed, my husband has a fever of 101",
    "pregnant,         mi hermana tiene fiebre de 38.6",
    "infant,           my husband has a fever",
    "older-adult,      my neighbor fell in the kitchen",
    "insulin,          my wife is shaky and sweaty",
    "lives-alone,      my mom is so dizzy today"
  })
  void sayNothingOfSomebodyElse(String fact, String text) {
    assertThat(level(text, Set.of(RiskFact.of(fact).orElseThrow())))
        .isEqualTo(level(text, Set.of()));
  }

  @Test
  void countAgainWhenThePatientSpeaksOfThemselves() {
    var risk = Set.of(RiskFact.IMMUNOSUPPRESSED);
    assertThat(level("my wife says i have a fever of 101", risk)).isEqualTo(Level.EMERGENCY);
    assertThat(level("my husband has a cold and i have a fever", risk)).isEqualTo(Level.EMERGENCY);
  }

  @Test
  void areNeverADangerByThemselves() {
    assertThat(level("hello, thank you", Set.of(RiskFact.values()))).isEqualTo(Level.SELF_CARE);
  }
}
