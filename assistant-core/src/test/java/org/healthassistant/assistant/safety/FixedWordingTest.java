package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.wording.Listener;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedWordingTest {

  private static final List<String> CRISIS_LINES = List.of("988", "800-799-7233");
  private static final Listener ASKED = new Listener(false, false);

  private final FixedWording wording = FixedWording.forRegion("US", new PatientWords()::group);

  @Test
  void sendsChestPainToEmergencyServicesAndSuicideToTheCrisisLine() {
    assertThat(emergency("chest-pain")).startsWith("Call 911 now.").doesNotContain("988");
    assertThat(emergency("suicide-active")).startsWith("Call or text 988");
    assertThat(emergency("chest-pain", "suicide-passive"))
        .startsWith("Call 911 now.")
        .contains("988");
  }

  @Test
  void letsTheCategoryOfTheLevelLeadAndNamesTheLinesOfTheOthers() {
    var decision = new TriageDecision(
        Level.EMERGENCY,
        List.of("abnormal-reading", "suicide-passive", "chest-pain"),
        List.of(
            finding("abnormal-reading", Level.EMERGENCY),
            finding("suicide-passive", Level.SAME_DAY),
            finding("chest-pain", Level.SAME_DAY)),
        true,
        false,
        "pack");

    String said = text(wording.emergency(decision, Listener.SELF, Language.ENGLISH));

    assertThat(said).startsWith("Call 911 now.").contains("988", "your numbers");
    assertThat(said).doesNotContain("aspirin");
  }

  @Test
  void namesNoIllnessWhereNothingIsKnown() {
    for (String unknown : List.of("unclear", "not-a-category")) {
      assertThat(emergency(unknown)).startsWith("Call 911 now.").contains("988");
    }
    assertThat(text(wording.emergency(decision(Level.EMERGENCY), ASKED, Language.ENGLISH)))
        .isEqualTo(emergency("unclear"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suicide-active",
        "suicide-passive",
        "self-harm",
        "abuse-danger",
        "abuse-disclosure"
      })
  void namesTheCrisisLineAtEveryLevelAlsoBesideAnotherDanger(String category) {
    for (Language language : Language.values()) {
      for (Listener to : List.of(Listener.SELF, ASKED, new Listener(true, true))) {
        var both = List.of("chest-pain", category);
        assertThat(Stream.of(
                text(wording.emergency(decision(Level.EMERGENCY, category), to, language)),
                text(wording.sameDay(decision(Level.SAME_DAY, category), to, language)),
                text(wording.emergency(
                    decision(Level.EMERGENCY, both.toArray(String[]::new)), to, language)),
                text(wording.routine(List.of(category), language))))
            .allSatisfy(said -> assertThat(CRISIS_LINES).anyMatch(said::contains));
      }
      assertThat(wording.stillOpen(Level.EMERGENCY, List.of(category), language).text())
          .contains("988");
    }
  }

  @Test
  void asksOnceWhetherThePersonIsSafe() {
    var decision = decision(Level.EMERGENCY, "suicide-active");

    assertThat(text(wording.emergency(decision, Listener.SELF, Language.ENGLISH)))
        .endsWith("are you safe right now?");
    assertThat(text(wording.emergency(decision, new Listener(true, true), Language.ENGLISH)))
        .endsWith("Are they safe right now?");
    assertThat(text(wording.emergency(decision, ASKED, Language.ENGLISH))).doesNotContain("?");
  }

  @Test
  void speaksToTheHelperWhereSomebodyElseIsInDanger() {
    Listener helper = wording.listener("my husband is grabbing his chest", true, Language.ENGLISH);

    assertThat(text(
            wording.emergency(decision(Level.EMERGENCY, "chest-pain"), helper, Language.ENGLISH)))
        .contains("Help them sit", "If they do not breathe")
        .doesNotContain("drive yourself.");
  }

  @Test
  void speaksSpanishAndFallsBackToEnglish() {
    assertThat(text(wording.emergency(
            decision(Level.EMERGENCY, "suicide-active"),
            Listener.SELF,
            Language.orFallback("es-MX"))))
        .contains("oprima 2", "AYUDA al 988");
    assertThat(wording.aiDisclosure(Language.orFallback("fr")))
        .isEqualTo(wording.aiDisclosure(Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource
  void saysOneQuietLineWhileSomethingIsOpen(Language language) {
    assertThat(wording.stillOpen(Level.EMERGENCY, List.of("stroke"), language).text())
        .contains("911")
        .doesNotContain("988");
    assertThat(wording.stillOpen(Level.SAME_DAY, List.of("dvt"), language).text())
        .contains("911");
  }

  @Test
  void namesTheRegionsThereAre() {
    assertThatThrownBy(() -> FixedWording.forRegion("XX", new PatientWords()::group))
        .hasMessageContaining("[US]");
  }

  @Test
  void offersAPersonByAWordTheScreenUnderstands() {
    var screen = Screen.builtIn();
    assertThat(wording.aiDisclosure(Language.ENGLISH).text()).contains("NURSE");
    assertThat(wording.aiDisclosure(Language.SPANISH).text()).contains("ENFERMERA");
    assertThat(screen.screen(Screening.of("m1", "NURSE")).categories())
        .containsExactly("human-request");
    assertThat(screen.screen(Screening.of("m1", "Enfermera")).categories())
        .containsExactly("human-request");
  }

  private String emergency(String... categories) {
    return text(wording.emergency(decision(Level.EMERGENCY, categories), ASKED, Language.ENGLISH));
  }

  private static TriageDecision decision(Level level, String... categories) {
    return new TriageDecision(level, List.of(categories), List.of(), true, false, "pack");
  }

  private static Finding finding(String category, Level level) {
    return new Finding(category + "-01", category, level, "m1", 0, 1, "Why.", false);
  }

  private static String text(List<WordedSentence> sentences) {
    return sentences.stream().map(WordedSentence::text).collect(Collectors.joining(" "));
  }
}
