package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FixedWordingTest {

  private final FixedWording wording = FixedWording.forRegion("US");

  @Test
  void sendsChestPainToEmergencyServicesAndSuicideToTheCrisisLine() {
    assertThat(text(wording.emergency(List.of("chest-pain"), "en")))
        .contains("911")
        .doesNotContain("988");
    assertThat(text(wording.emergency(List.of("suicide-active"), "en")))
        .startsWith("Call or text 988");
    assertThat(text(wording.emergency(List.of("chest-pain", "suicide-passive"), "en")))
        .startsWith("Call 911 now.")
        .contains("988");
    assertThat(text(wording.emergency(List.of(), "en"))).contains("911");
  }

  @Test
  void speaksSpanishAndFallsBackToEnglish() {
    assertThat(text(wording.emergency(List.of("suicide-active"), "es-MX"))).contains("oprima 2");
    assertThat(wording.emergencyStillOpen("fr")).isEqualTo(wording.emergencyStillOpen("en"));
  }

  @Test
  void namesTheRegionsThereAre() {
    assertThatThrownBy(() -> FixedWording.forRegion("XX")).hasMessageContaining("[US]");
  }

  @Test
  void offersAPersonByAWordTheScreenUnderstands() {
    var screen = new Screen(RulePack.builtIn(), TriageClassifier.none());
    assertThat(wording.aiDisclosure("en").text()).contains("NURSE");
    assertThat(wording.aiDisclosure("es").text()).contains("ENFERMERA");
    assertThat(screen.screen(Screening.of("m1", "NURSE")).categories())
        .containsExactly("human-request");
    assertThat(screen.screen(Screening.of("m1", "Enfermera")).categories())
        .containsExactly("human-request");
  }

  private static String text(List<WordedSentence> sentences) {
    return sentences.stream().map(WordedSentence::text).collect(Collectors.joining(" "));
  }
}
