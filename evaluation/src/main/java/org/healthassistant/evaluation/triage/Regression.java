package org.healthassistant.evaluation.triage;

import java.util.Arrays;

/// A logistic regression with L2 penalty, fitted by plain gradient descent with momentum from zero:
/// the same data always give the same weights.
record Regression(double[] weights, double bias) {

  private static final int STEPS = 1500;
  private static final double RATE = 2.0;
  private static final double MOMENTUM = 0.9;

  /// Fits to vectors and their labels.
  ///
  /// @param penalty of the squared weights, above 0
  /// @param share the weight of all positive examples together, 0 to 1, whatever their number
  static Regression fit(float[][] vectors, boolean[] labels, double penalty, double share) {
    int dimensions = vectors[0].length;
    double[] importance = importance(labels, share);
    double[] weights = new double[dimensions + 1];
    double[] speed = new double[dimensions + 1];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient(vectors, labels, importance, weights);
      for (int at = 0; at <= dimensions; at++) {
        double pull = gradient[at] + (at < dimensions ? penalty * weights[at] : 0);
        speed[at] = MOMENTUM * speed[at] - RATE * (1 - MOMENTUM) * pull;
        weights[at] += speed[at];
      }
    }
    return new Regression(Arrays.copyOf(weights, dimensions), weights[dimensions]);
  }

  double score(float[] vector) {
    double sum = bias;
    for (int at = 0; at < vector.length; at++) {
      sum += weights[at] * vector[at];
    }
    return sum;
  }

  private static double[] importance(boolean[] labels, double share) {
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    double[] importance = new double[labels.length];
    for (int at = 0; at < labels.length; at++) {
      importance[at] = labels[at] ? share / positives : (1 - share) / (labels.length - positives);
    }
    return importance;
  }

  private static double[] gradient(
      float[][] vectors, boolean[] labels, double[] importance, double[] weights) {
    int dimensions = vectors[0].length;
    double[] gradient = new double[dimensions + 1];
    for (int row = 0; row < vectors.length; row++) {
      double score = weights[dimensions];
      for (int at = 0; at < dimensions; at++) {
        score += weights[at] * vectors[row][at];
      }
      double error = (1 / (1 + Math.exp(-score)) - (labels[row] ? 1 : 0)) * importance[row];
      for (int at = 0; at < dimensions; at++) {
        gradient[at] += error * vectors[row][at];
      }
      gradient[dimensions] += error;
    }
    return gradient;
  }
}
