package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleExamplesTest {

  private static final List<String> ASIDES = List.of(
      "lol",
      "LOL",
      "haha",
      "hahahaha",
      "lmao",
      "lmaooo",
      "rofl",
      "xD",
      "smh",
      "ugh",
      "jaja",
      "JAJAJA",
      "jajajajaja",
      "jeje",
      "jsjs",
      "\ud83d\ude02",
      "\ud83d\ude2d\ud83d\ude2d",
      ":)",
      "lol \ud83e\udd23 haha");

  private static final RulePack PACK = RulePack.builtIn();
  private static final Screen SCREEN = Screen.builtIn();

  @Test
  void everyRuleFiresOnItsFireExamplesAndStaysQuietOnItsQuietOnes() {
    var wrong = new ArrayList<String>();
    for (var rule : PACK.rules()) {
      rule.fire().values().stream()
          .flatMap(List::stream)
          .filter(text -> !fires(rule, text))
          .forEach(text -> wrong.add(rule.id() + " should fire on: " + text));
      rule.quiet().values().stream()
          .flatMap(List::stream)
          .filter(text -> fires(rule, text))
          .forEach(text -> wrong.add(rule.id() + " should be quiet on: " + text));
    }
    assertThat(wrong).isEmpty();
  }

  /// Laughter, sighs and pictures say how a message is told, not what happened.
  @Test
  void noLaughterOrPictureBehindOrBeforeAnExampleQuietsItsRule() {
    var wrong = new ArrayList<String>();
    int next = 0;
    for (var rule : PACK.rules()) {
      for (var text : rule.fire().values().stream().flatMap(List::stream).toList()) {
        var behind = text + " " + ASIDES.get(next++ % ASIDES.size());
        var before = ASIDES.get(next++ % ASIDES.size()) + " " + text;
        Stream.of(behind, before)
            .filter(variant -> !levelOf(variant).atLeast(levelOf(text)))
            .forEach(variant -> wrong.add(rule.id() + " is quieted in: " + variant));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRuleSaysWhyInPlainWordsOfItsOwn() {
    assertThat(PACK.rules()).extracting(Rule::explanation).doesNotHaveDuplicates();
  }

  private Level levelOf(String text) {
    return SCREEN.screen(Screening.of("m1", text)).level();
  }

  private boolean fires(Rule rule, String text) {
    return SCREEN.screen(Screening.of("m1", text)).findings().stream()
        .anyMatch(finding -> finding.rule().equals(rule.id()));
  }
}
