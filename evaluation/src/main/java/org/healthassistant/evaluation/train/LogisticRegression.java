package org.healthassistant.evaluation.train;

import java.util.Arrays;
import java.util.List;

/// A logistic regression with an L2 penalty: the probability of a yes rises with a weighted sum.
///
/// Fitted by Newton's method (iteratively reweighted least squares) from zero until no weight
/// moves any more, so the same examples always give the same weights. Our own sixty lines and
/// no library: Tribuo and Smile bring a tree of jars and fit by random descent or without
/// weights of examples, and both files that ship with the product must stay reproducible to the
/// last digit written.
///
/// @param bias what is added to the sum
/// @param weights one a feature
record LogisticRegression(double bias, double[] weights) {

  private static final int MOST_ROUNDS = 100;
  private static final double AT_REST = 1e-10;

  /// Keeps the bias apart from infinity where all examples say the same.
  private static final double BIAS_PENALTY = 1e-6;

  /// An example.
  ///
  /// @param features as many as every other example has
  /// @param yes what is known of it
  /// @param weight how much it counts, above 0
  record Example(double[] features, boolean yes, double weight) {}

  /// Fits to examples.
  ///
  /// @param examples at least one; their order does not matter but for the last digits
  /// @param penalty of half the squared weights, above 0; the bias pays next to none
  static LogisticRegression fit(List<Example> examples, double penalty) {
    int size = examples.getFirst().features().length + 1;
    double[] all = new double[size];
    double moved = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && moved > AT_REST; round++) {
      double[] gradient = new double[size];
      double[][] curvature = new double[size][size];
      examples.forEach(example -> add(example, all, gradient, curvature));
      curvature[0][0] += BIAS_PENALTY;
      for (int i = 1; i < size; i++) {
        gradient[i] -= penalty * all[i];
        curvature[i][i] += penalty;
      }
      moved = 0;
      double[] step = solve(curvature, gradient);
      for (int i = 0; i < size; i++) {
        all[i] += step[i];
        moved = Math.max(moved, Math.abs(step[i]));
      }
    }
    return new LogisticRegression(all[0], Arrays.copyOfRange(all, 1, size));
  }

  /// The weighted sum: above 0 where a yes is likelier than a no.
  double score(double[] features) {
    double sum = bias;
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /// The probability of a yes, from 0 to 1.
  double probability(double[] features) {
    return 1 / (1 + Math.exp(-score(features)));
  }

  private static void add(Example example, double[] all, double[] gradient, double[][] curvature) {
    double[] row = new double[all.length];
    row[0] = 1;
    System.arraycopy(example.features(), 0, row, 1, example.features().length);
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += all[i] * row[i];
    }
    double said = 1 / (1 + Math.exp(-sum));
    double error = example.weight() * ((example.yes() ? 1 : 0) - said);
    double curve = example.weight() * said * (1 - said);
    for (int i = 0; i < row.length; i++) {
      gradient[i] += error * row[i];
      double left = curve * row[i];
      for (int j = 0; j < row.length; j++) {
        curvature[i][j] += left * row[j];
      }
    }
  }

  /// Solves by Gauss–Jordan elimination; the penalty makes the matrix positive definite, so no
  /// pivot is 0.
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] result = right.clone();
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = matrix[pivot][pivot];
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : matrix[row][pivot] / scale;
        for (int column = pivot; column < size && factor != 0; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        result[row] -= factor * result[pivot];
      }
    }
    for (int i = 0; i < size; i++) {
      result[i] /= matrix[i][i];
    }
    return result;
  }
}
