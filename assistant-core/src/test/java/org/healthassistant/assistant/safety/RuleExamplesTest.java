package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleExamplesTest {

  private final RulePack pack = RulePack.builtIn();
  private final Screen screen = Screen.builtIn();

  @Test
  void everyRuleFiresOnItsFireExamplesAndStaysQuietOnItsQuietOnes() {
    var wrong = new ArrayList<String>();
    for (var rule : pack.rules()) {
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

  @Test
  void everyRuleSaysWhyInPlainWordsOfItsOwn() {
    assertThat(pack.rules()).extracting(Rule::explanation).doesNotHaveDuplicates();
  }

  private boolean fires(Rule rule, String text) {
    return screen.screen(Screening.of("m1", text)).findings().stream()
        .anyMatch(finding -> finding.rule().equals(rule.id()));
  }
}
