package org.healthassistant.evaluation.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A share of cases with its 95 % interval.
///
/// @param count how many cases it is taken over; 0 makes the numbers meaningless
/// @param value 0 to 1
/// @param low lower end
/// @param high upper end
public record Share(int count, double value, double low, double high) {

  private static final double Z = 1.959964;
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20260101;

  /// A share of a count, with its Wilson interval, which says something of 0 cases too.
  public static Share of(int hits, int count) {
    if (count == 0) {
      return new Share(0, Double.NaN, Double.NaN, Double.NaN);
    }
    double share = hits / (double) count;
    double square = Z * Z / count;
    double middle = (share + square / 2) / (1 + square);
    double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / count + square / count / 4);
    return new Share(count, share, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  static Share of(List<Boolean> outcomes) {
    if (outcomes.isEmpty()) {
      return new Share(0, Double.NaN, Double.NaN, Double.NaN);
    }
    var random = new Random(SEED);
    double[] resampled = new double[RESAMPLES];
    for (int round = 0; round < RESAMPLES; round++) {
      int hits = 0;
      for (int at = 0; at < outcomes.size(); at++) {
        hits += outcomes.get(random.nextInt(outcomes.size())) ? 1 : 0;
      }
      resampled[round] = hits / (double) outcomes.size();
    }
    Arrays.sort(resampled);
    double value = outcomes.stream().filter(hit -> hit).count() / (double) outcomes.size();
    return new Share(
        outcomes.size(),
        value,
        resampled[RESAMPLES / 40],
        resampled[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  @Override
  public String toString() {
    return count == 0
        ? "-"
        : String.format(Locale.ROOT, "%.3f (%.3f-%.3f, n=%d)", value, low, high, count);
  }
}
