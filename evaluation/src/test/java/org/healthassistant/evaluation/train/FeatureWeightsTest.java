package org.healthassistant.evaluation.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.healthassistant.knowledge.passage.Feature;
import org.junit.jupiter.api.Test;

class FeatureWeightsTest {

  /// Right where the wording fits. The share that is covered follows the wording and then goes
  /// astray; the kind speaks against.
  private static List<FeatureWeights.Row> rows() {
    Random random = new Random(11);
    List<FeatureWeights.Row> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double fits = random.nextDouble();
      double astray = random.nextGaussian() * 0.2;
      boolean other = random.nextBoolean();
      boolean right = fits - astray - (other ? 0.3 : 0) > 0.5;
      rows.add(new FeatureWeights.Row(
          Map.of(
              Feature.BILINGUAL_WORDING,
              fits,
              Feature.COVERED,
              0.3 * fits + astray,
              Feature.KIND_OTHER,
              other ? 1.0 : 0.0),
          right));
    }
    return rows;
  }

  @Test
  void countsNothingAgainstAPassageThatSpeaksForIt() {
    Map<Feature, Double> weights = FeatureWeights.fit(rows()).weights();

    assertThat(weights).doesNotContainKey(Feature.COVERED);
    assertThat(weights.get(Feature.BILINGUAL_WORDING)).isPositive();
  }

  @Test
  void letsSpeakAgainstAPassageWhatDoes() {
    assertThat(FeatureWeights.fit(rows()).weights().get(Feature.KIND_OTHER)).isNegative();
  }
}
