package org.healthassistant.evaluation.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.healthassistant.evaluation.train.LogisticRegression.Example;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  /// With one feature of two values and next to no penalty, the fitted probabilities are the
  /// shares that were seen: 1 of 4 at 0, and 3 of 4 at 1.
  @Test
  void saysTheSharesThatWereSeen() {
    LogisticRegression fitted = LogisticRegression.fit(quarters(1), 1e-9);
    assertThat(fitted.probability(new double[] {0})).isCloseTo(0.25, within(1e-5));
    assertThat(fitted.probability(new double[] {1})).isCloseTo(0.75, within(1e-5));
    assertThat(fitted.bias()).isCloseTo(-Math.log(3), within(1e-4));
    assertThat(fitted.weights()[0]).isCloseTo(2 * Math.log(3), within(1e-4));
  }

  @Test
  void countsAHeavyExampleAsSoManyLightOnes() {
    List<Example> twice = new ArrayList<>(quarters(1));
    twice.addAll(quarters(1));
    LogisticRegression heavy = LogisticRegression.fit(quarters(2), 0.1);
    LogisticRegression many = LogisticRegression.fit(twice, 0.1);
    assertThat(heavy.weights()[0]).isCloseTo(many.weights()[0], within(1e-9));
  }

  @Test
  void holdsWeightsSmallByThePenaltyWhereExamplesFallApart() {
    List<Example> apart =
        List.of(new Example(new double[] {0}, false, 1), new Example(new double[] {1}, true, 1));
    double loose = LogisticRegression.fit(apart, 0.01).weights()[0];
    double tight = LogisticRegression.fit(apart, 1).weights()[0];
    assertThat(tight).isPositive().isLessThan(loose);
    assertThat(loose).isFinite();
  }

  @Test
  void doesNotDependOnTheOrderOfTheExamples() {
    List<Example> turned = new ArrayList<>(quarters(1));
    Collections.reverse(turned);
    assertThat(LogisticRegression.fit(turned, 0.02).bias())
        .isCloseTo(LogisticRegression.fit(quarters(1), 0.02).bias(), within(1e-9));
  }

  private static List<Example> quarters(double weight) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      examples.add(new Example(new double[] {0}, i == 0, weight));
      examples.add(new Example(new double[] {1}, i != 0, weight));
    }
    return examples;
  }
}
