package org.healthassistant.assistant.record.told;

import java.util.List;

/// Tells whether readings as a whole go up or down, by the line of least squares through them and
/// Student's t of its slope (95 %, two-sided).
///
/// Source: any textbook on linear regression; critical values after R. A. Fisher's table.
final class Slope {

  /// Of fewer readings nothing is said: a line through three or four is chance too easily.
  static final int LEAST = 5;

  private static final double[] CRITICAL = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  private static final int MANY = 30;
  private static final double OF_MANY = 2.042;

  private Slope() {}

  /// What a slope is.
  enum Direction {
    /// Surely upwards.
    UP,
    /// Surely downwards.
    DOWN,
    /// Neither is sure.
    UNCLEAR,
    /// There are too few readings.
    FEW
  }

  /// The direction of points, each a time and a value.
  static Direction of(List<double[]> points) {
    int count = points.size();
    if (count < LEAST) {
      return Direction.FEW;
    }
    double meanX = points.stream().mapToDouble(p -> p[0]).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> p[1]).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (double[] point : points) {
      xx += (point[0] - meanX) * (point[0] - meanX);
      xy += (point[0] - meanX) * (point[1] - meanY);
      yy += (point[1] - meanY) * (point[1] - meanY);
    }
    if (xx == 0 || xy == 0) {
      return Direction.UNCLEAR;
    }
    double slope = xy / xx;
    double rest = Math.max(0, yy - slope * xy);
    double error = Math.sqrt(rest / (count - 2) / xx);
    boolean sure = Math.abs(slope) > critical(count - 2) * error;
    return sure ? slope > 0 ? Direction.UP : Direction.DOWN : Direction.UNCLEAR;
  }

  private static double critical(int freedom) {
    if (freedom <= CRITICAL.length) {
      return CRITICAL[freedom - 1];
    }
    return freedom < MANY ? CRITICAL[CRITICAL.length - 1] : OF_MANY;
  }
}
