package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class FixedWordingTest {

  private final FixedWording wording = FixedWording.forRegion("US", new PatientWords()::group);

  @Test
  void sendsChestPainToEmergencyServicesAndSuicideToTheCrisisLine() {
    assertThat(text(wording.emergency(List.of("chest-pain"), Language.ENGLISH)))
        .contains("911")
        .doesNotContain("988");
    assertThat(text(wording.emergency(List.of("suicide-active"), Language.ENGLISH)))
        .startsWith("Call or text 988");
    assertThat(text(wording.emergency(List.of("chest-pain", "suicide-passive"), Language.ENGLISH)))
        .startsWith("Call 911 now.")
        .contains("988");
    assertThat(text(wording.emergency(List.of(), Language.ENGLISH))).contains("911");
  }

  @Test
  void speaksSpanishAndFallsBackToEnglish() {
    assertThat(text(wording.emergency(List.of("suicide-active"), Language.orFallback("es-MX"))))
        .contains("oprima 2");
    assertThat(wording.emergencyStillOpen(Language.orFallback("fr")))
        .isEqualTo(wording.emergencyStillOpen(Language.ENGLISH));
  }

  @Test
  void namesTheRegionsThereAre() {
    assertThatThrownBy(() -> FixedWording.forRegion("XX", new PatientWords()::group))
        .hasMessageContaining("[US]");
  }

  @Test
  void offersAPersonByAWordTheScreenUnderstands() {
    var screen = new Screen(RulePack.builtIn(), TriageClassifier.none());
    assertThat(wording.aiDisclosure(Language.ENGLISH).text()).contains("NURSE");
    assertThat(wording.aiDisclosure(Language.SPANISH).text()).contains("ENFERMERA");
    assertThat(screen.screen(Screening.of("m1", "NURSE")).categories())
        .containsExactly("human-request");
    assertThat(screen.screen(Screening.of("m1", "Enfermera")).categories())
        .containsExactly("human-request");
  }

  private static String text(List<WordedSentence> sentences) {
    return sentences.stream().map(WordedSentence::text).collect(Collectors.joining(" "));
  }
}
