package org.healthassistant.evaluation.report;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The percentile bootstrap of a mean: 95 % intervals over items drawn anew with replacement.
///
/// The same values, seed and number of samples always give the same interval.
///
/// @param samples how often the items are drawn anew, at least 100
/// @param seed the seed of the drawing
public record Bootstrap(int samples, long seed) {

  private static final double TAIL = 0.025;

  /// Checks the number of samples.
  public Bootstrap {
    if (samples < 100) {
      throw new IllegalArgumentException("samples must be >= 100, got " + samples);
    }
  }

  /// Two thousand samples under a fixed seed: what every command uses unless told otherwise.
  public static Bootstrap usual() {
    return new Bootstrap(2_000, 20261124L);
  }

  /// The mean of the values with its 95 % interval; [Interval#none] for no values.
  public Interval mean(double... values) {
    if (values.length == 0) {
      return Interval.none();
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    var random = new SplittableRandom(seed);
    double[] means = new double[samples];
    for (int s = 0; s < samples; s++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[s] = sum / values.length;
    }
    Arrays.sort(means);
    double low = means[(int) Math.floor(TAIL * (samples - 1))];
    double high = means[(int) Math.ceil((1 - TAIL) * (samples - 1))];
    return new Interval(mean, Math.min(low, mean), Math.max(high, mean), values.length);
  }
}
