package org.healthassistant.evaluation.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A share of cases with its 95 % bootstrap interval.
///
/// @param count how many cases it is taken over; 0 makes the numbers meaningless
/// @param value 0 to 1
/// @param low lower end
/// @param high upper end
public record Share(int count, double value, double low, double high) {

  private static final int RESAMPLES = 1000;
  private static final long SEED = 20260101;

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
