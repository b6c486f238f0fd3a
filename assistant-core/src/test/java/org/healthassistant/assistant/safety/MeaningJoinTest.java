package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.meaning.Part;
import org.healthassistant.assistant.safety.meaning.Part.Kind;
import org.healthassistant.assistant.safety.rules.BrokenRulePack;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeaningJoinTest {

  private static final String JOIN = """
      model: test@1
      harmless: 0.99
      category: 0.6
      calm: [none]
      thresholds:
        EMERGENCY: {whole: 0.5, window: 0.8, joined: 0.7}
        SAME_DAY: {whole: 0.4, window: 0.8, joined: 0.7}
      """;
  private static final String OPENERS = "en: [i, my]\n";
  private static final ScreenedText MESSAGE = new ScreenedText("m1", "a message of some words");

  private static MeaningJoin join(String join) {
    return MeaningJoin.load(List.of(
        new PackFile("meaning/join.yaml", join), new PackFile("meaning/openers.yaml", OPENERS)));
  }

  private static UnitReading unit(Kind kind, double emergency, double sameDay) {
    return unit(kind, emergency, sameDay, Map.of("stroke", 0.5, "none", 0.5));
  }

  private static UnitReading unit(
      Kind kind, double emergency, double sameDay, Map<String, Double> categories) {
    return new UnitReading(
        new ReadingUnit(new Part(kind, 2, 9, "message")),
        Map.of("EMERGENCY", emergency, "SAME_DAY", sameDay, "SELF_CARE", 1 - emergency - sameDay),
        categories);
  }

  private static Optional<Finding> read(UnitReading... units) {
    return join(JOIN).read(new MeaningReading(List.of(units), List.of()), MESSAGE);
  }

  @Nested
  class AFinding {
    @Test
    void isOfTheHighestLevelThatAUnitReaches() {
      assertThat(read(unit(Kind.WHOLE, 0.1, 0.35), unit(Kind.WINDOW, 0.85, 0.1)))
          .hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo("meaning-emergency");
            assertThat(finding.level()).isEqualTo(Level.EMERGENCY);
            assertThat(finding.start()).isEqualTo(2);
            assertThat(finding.end()).isEqualTo(9);
            assertThat(finding.meaning()).isTrue();
          });
    }

    @Test
    void countsMoreUrgentLevelsForALesserOne() {
      assertThat(read(unit(Kind.WHOLE, 0.2, 0.2)))
          .hasValueSatisfying(finding -> assertThat(finding.rule()).isEqualTo("meaning-same-day"));
    }

    @Test
    void needsMoreOfAPartThanOfTheWhole() {
      assertThat(read(unit(Kind.WINDOW, 0.5, 0.2))).isEmpty();
      assertThat(read(unit(Kind.BARE, 0.5, 0.2))).isPresent();
    }

    @Test
    void isNoneForWhatEarlierMessagesSayAlone() {
      assertThat(read(unit(Kind.EARLIER, 0.9, 0), unit(Kind.JOINED, 0.95, 0))).isEmpty();
      assertThat(read(unit(Kind.EARLIER, 0.2, 0), unit(Kind.JOINED, 0.95, 0))).isPresent();
      assertThat(read(unit(Kind.EARLIER, 0.9, 0))).isEmpty();
    }

    @Test
    void namesACategoryOnlyWhereItIsSure() {
      assertThat(category(Map.of("stroke", 0.3, "none", 0.6, "bleeding", 0.1))).isEqualTo("stroke");
      assertThat(category(Map.of("stroke", 0.5, "bleeding", 0.5))).isEqualTo("unclear");
      assertThat(category(Map.of("none", 1.0))).isEqualTo("unclear");
    }

    private String category(Map<String, Double> categories) {
      return read(unit(Kind.WHOLE, 0.9, 0, categories)).orElseThrow().category();
    }
  }

  @Nested
  class ARuleThatIsNotExplicit {
    private static final String RULES = """
        - id: chest-pain-90
          level: SAME_DAY
          explicit: %s
          all: [site/chest]
          source: {name: a, url: b, date: 2026-11-30}
          explanation: A chest.
          fire: {en: [my chest, chest], es: [mi pecho, pecho]}
          quiet: {en: [leg, arm], es: [pierna, brazo]}
        """;

    private Level level(boolean explicit, UnitReading... units) throws IOException {
      var files = RulePackTest.files("rules/chest-pain.yaml", old -> RULES.formatted(explicit));
      var screen = new Screen(RulePack.load(files), join(JOIN));
      return screen
          .screen(new Screening(
              new ScreenedText("m1", "my chest"),
              List.of(),
              Set.of(),
              Optional.of(new MeaningReading(List.of(units), List.of()))))
          .level();
    }

    @Test
    void givesWayOnlyToASureReadingOfTheWhole() throws IOException {
      assertThat(level(false, unit(Kind.WHOLE, 0, 0.005))).isEqualTo(Level.SELF_CARE);
      assertThat(level(false, unit(Kind.WHOLE, 0, 0.02))).isEqualTo(Level.SAME_DAY);
      assertThat(level(false, unit(Kind.WHOLE, 0, 0.005), unit(Kind.WINDOW, 0.9, 0)))
          .isEqualTo(Level.EMERGENCY);
      assertThat(level(false)).isEqualTo(Level.SAME_DAY);
    }

    @Test
    void staysWhereItIsExplicit() throws IOException {
      assertThat(level(true, unit(Kind.WHOLE, 0, 0.001))).isEqualTo(Level.SAME_DAY);
    }
  }

  @Test
  void countsAsReadOnlyBehindTheMessagesThatBelongToIt() {
    var screen = Screen.builtIn();
    var earlier = List.of(new ScreenedText("m0", "we ate cake"));
    var alone = new Screening(
        new ScreenedText("m1", "it was good"),
        earlier,
        Set.of(),
        Optional.of(new MeaningReading(List.of(unit(Kind.WHOLE, 0, 0)), List.of())));
    var behind =
        alone.withMeaning(new MeaningReading(List.of(unit(Kind.WHOLE, 0, 0)), List.of("m0")));

    assertThat(screen.screen(alone).meaningRead()).isFalse();
    assertThat(screen.screen(behind).meaningRead()).isTrue();
  }

  @Test
  void isNotReadBehindWhatStandsInAnotherConversation() {
    var message = new Screening(
        new ScreenedText("m1", "it was good"),
        List.of(new ScreenedText("m0", "we ate cake")),
        List.of(),
        Set.of(),
        Optional.of(new MeaningReading(List.of(unit(Kind.WHOLE, 0, 0)), List.of())));

    assertThat(Screen.builtIn().screen(message).meaningRead()).isTrue();
  }

  @Test
  void isSureOfNothingAgainstARuleThatRestsOnAnotherConversation() {
    var harmless = Optional.of(new MeaningReading(List.of(unit(Kind.WHOLE, 0, 0)), List.of()));
    var warfarin = List.of(new ScreenedText("m0", "i take warfarin"));
    var fell = new ScreenedText("m1", "i fell down today");

    assertThat(Screen.builtIn()
            .screen(new Screening(fell, warfarin, List.of(), Set.of(), harmless))
            .level())
        .isEqualTo(Level.SAME_DAY);
  }

  @Test
  void isSureOfNothingAgainstARuleThatRestsOnTheRecord() {
    var harmless = Optional.of(new MeaningReading(List.of(unit(Kind.WHOLE, 0, 0)), List.of()));
    var message = new ScreenedText("m1", "i threw up all night long");

    assertThat(Screen.builtIn()
            .screen(new Screening(message, List.of(), Set.of(RiskFact.PREGNANT), harmless))
            .level())
        .isEqualTo(Level.SAME_DAY);
  }

  @Test
  void namesEveryProblemOfItsData() {
    assertThatThrownBy(() -> join("""
        harmless: 2
        calm: []
        thresholds:
          URGENT: {whole: 0.5, window: 0, joined: 0.7}
        """))
        .isInstanceOf(BrokenRulePack.class)
        .hasMessageContaining("names no model")
        .hasMessageContaining("'harmless'")
        .hasMessageContaining("'category'")
        .hasMessageContaining("calm")
        .hasMessageContaining("EMERGENCY")
        .hasMessageContaining("URGENT")
        .hasMessageContaining("window");
  }
}
