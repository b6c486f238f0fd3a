package org.healthassistant.evaluation.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class PairsRunTest {

  private static TriageCase message(String text) {
    return new TriageCase("m1", "en", text, Level.EMERGENCY, null, null, null, null);
  }

  @Test
  void hasThirtyTransformationsOrMoreAndEachChangesSomething() {
    var transformations = new Transformations();
    var message = new Variant(List.of(), "I can't breathe, my chést hurts since yesterday");
    assertThat(transformations.names()).hasSizeGreaterThanOrEqualTo(30);
    for (var name : transformations.names()) {
      var random = new SplittableRandom(1);
      assertThat(transformations.named(name).apply(message, Language.ENGLISH, random))
          .as(name)
          .isNotEqualTo(message);
    }
  }

  @Test
  void givesTheSameVariantsForTheSameSeed() {
    var messages = List.of(message("my chest hurts and I can't breathe"));
    var once = PairsRun.run(messages, 40, 7, false);
    var again = PairsRun.run(messages, 40, 7, false);
    assertThat(again.falls()).isEqualTo(once.falls());
    assertThat(once.variants()).isEqualTo(40);
    assertThat(once.composed()).isEqualTo(20);
    assertThat(once.messages()).isOne();
  }

  @Test
  void leavesOutWhatCannotFall() {
    assertThat(PairsRun.run(List.of(message("we ate cake")), 10, 1, false).variants())
        .isZero();
  }

  @Test
  void countsTheVariantsOfEachTransformation() {
    Map<String, int[]> byKind =
        PairsRun.run(List.of(message("my chest hurts bad")), 80, 1, false).byKind();
    assertThat(byKind.values().stream().mapToInt(counts -> counts[0]).sum()).isEqualTo(40);
  }
}
