package org.healthassistant.evaluation.train;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.search.Ranker;

/// Fits a ranker's formula: a logistic regression over the features, each brought to the same
/// spread first, so that the penalty is fair to all. (Boosted trees ranked no better on the
/// training questions, five folds by question.)
final class FeatureWeights {

  private static final double PENALTY = 3;
  private static final Feature[] FEATURES = Feature.values();

  /// What speaks neither for a passage nor against it by itself, or against it.
  private static final Set<Feature> EITHER_WAY =
      EnumSet.of(Feature.KIND_OTHER, Feature.OTHER_TOPIC_NAMED, Feature.QUESTION_WORDS);

  private FeatureWeights() {}

  /// A row: what was measured of a question and a passage.
  ///
  /// @param yes whether the passage is right
  record Row(Map<Feature, Double> features, boolean yes) {}

  /// The formula for some rows. What speaks for a passage never counts against it: a feature
  /// whose weight would be negative only because others say the same is left out, and the rest is
  /// fitted again. [Feature#OTHER_MATTER] gets no weight: it holds an answer back by itself.
  ///
  /// @param rows some that are right and some that are not
  static Ranker.Formula fit(List<Row> rows) {
    double[] mean = new double[FEATURES.length];
    double[] spread = new double[FEATURES.length];
    for (int i = 0; i < FEATURES.length; i++) {
      Feature feature = FEATURES[i];
      double middle =
          rows.stream().mapToDouble(row -> value(row, feature)).average().orElse(0);
      double square = rows.stream()
          .mapToDouble(row -> Math.pow(value(row, feature) - middle, 2))
          .average()
          .orElse(0);
      mean[i] = middle;
      spread[i] = feature == Feature.OTHER_MATTER ? 0 : Math.sqrt(square);
    }
    LogisticRegression fitted = fitted(rows, mean, spread);
    while (leaveOut(fitted, spread)) {
      fitted = fitted(rows, mean, spread);
    }
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    double intercept = fitted.bias();
    for (int i = 0; i < FEATURES.length; i++) {
      if (spread[i] > 0) {
        double weight = fitted.weights()[i] / spread[i];
        weights.put(FEATURES[i], Math.round(weight * 1e4) / 1e4);
        intercept -= weight * mean[i];
      }
    }
    return new Ranker.Formula("", intercept, weights);
  }

  private static LogisticRegression fitted(List<Row> rows, double[] mean, double[] spread) {
    return LogisticRegression.fit(
        rows.stream().map(row -> example(row, mean, spread)).toList(), PENALTY);
  }

  /// Takes the spread from features that count against what they speak for; false if there are
  /// none.
  private static boolean leaveOut(LogisticRegression fitted, double[] spread) {
    boolean any = false;
    for (int i = 0; i < FEATURES.length; i++) {
      if (spread[i] > 0 && fitted.weights()[i] < 0 && !EITHER_WAY.contains(FEATURES[i])) {
        spread[i] = 0;
        any = true;
      }
    }
    return any;
  }

  private static LogisticRegression.Example example(Row row, double[] mean, double[] spread) {
    double[] scaled = new double[FEATURES.length];
    for (int i = 0; i < FEATURES.length; i++) {
      scaled[i] = spread[i] > 0 ? (value(row, FEATURES[i]) - mean[i]) / spread[i] : 0;
    }
    return new LogisticRegression.Example(scaled, row.yes(), 1);
  }

  private static double value(Row row, Feature feature) {
    return row.features().getOrDefault(feature, 0.0);
  }
}
