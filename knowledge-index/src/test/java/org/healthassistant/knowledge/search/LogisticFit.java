package org.healthassistant.knowledge.search;

import java.util.List;

/// Logistic regression by Newton's method with a small ridge; the first weight is the intercept.
final class LogisticFit {
  private static final double RIDGE = 0.02;
  private static final int ROUNDS = 50;

  /// A row of features with what is known of it.
  record Row(double[] features, boolean answers, double weight) {}

  private LogisticFit() {}

  static double[] fit(List<Row> rows, int features) {
    double[] weights = new double[features + 1];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[features + 1];
      double[][] hessian = new double[features + 1][features + 1];
      for (Row row : rows) {
        add(row, weights, gradient, hessian);
      }
      for (int i = 1; i <= features; i++) {
        gradient[i] -= RIDGE * weights[i];
        hessian[i][i] += RIDGE;
      }
      hessian[0][0] += 1e-6;
      double[] step = solve(hessian, gradient);
      for (int i = 0; i <= features; i++) {
        weights[i] += step[i];
      }
    }
    return weights;
  }

  static double score(double[] weights, double[] features) {
    double sum = weights[0];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i + 1] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static void add(Row row, double[] weights, double[] gradient, double[][] hessian) {
    double score = score(weights, row.features());
    double error = row.weight() * ((row.answers() ? 1 : 0) - score);
    double curve = row.weight() * score * (1 - score);
    for (int i = 0; i < weights.length; i++) {
      double left = i == 0 ? 1 : row.features()[i - 1];
      gradient[i] += error * left;
      for (int j = 0; j < weights.length; j++) {
        hessian[i][j] += curve * left * (j == 0 ? 1 : row.features()[j - 1]);
      }
    }
  }

  /// Gauss–Jordan; the matrix is positive definite by the ridge.
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[] result = right.clone();
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = matrix[pivot][pivot];
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : matrix[row][pivot] / scale;
        for (int column = pivot; column < size; column++) {
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
