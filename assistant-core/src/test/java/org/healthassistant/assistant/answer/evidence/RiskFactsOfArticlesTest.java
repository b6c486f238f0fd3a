package org.healthassistant.assistant.answer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.healthassistant.assistant.safety.RiskFact;
import org.junit.jupiter.api.Test;

/// The library, which knows no patient, has names of its own for the risk facts of the screen:
/// they are the same ones.
class RiskFactsOfArticlesTest {

  @Test
  void areThoseOfTheScreen() {
    assertThat(Arrays.stream(org.healthassistant.knowledge.article.RiskFact.values())
            .map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RiskFact.values()).map(Enum::name).toList());
  }
}
