package org.healthassistant.evaluation.load;

import java.time.Duration;

/// How a load run goes: messages begin at a fixed rate, whether or not earlier ones are answered.
///
/// @param rate messages a second, above 0
/// @param duration how long messages are begun
/// @param smsShare the share that comes by SMS, 0 to 1
/// @param emergencies the share that are emergencies, 0 to 1
/// @param seed of what is written and by whom
public record LoadPlan(
    double rate, Duration duration, double smsShare, double emergencies, long seed) {

  /// Messages of one patient come at least so far apart on average, so that no patient is too
  /// fast.
  private static final int SECONDS_BETWEEN = 20;

  private static final int FEWEST = 20;

  /// Checks the ranges.
  public LoadPlan {
    if (!(rate > 0)
        || !(smsShare >= 0 && smsShare <= 1)
        || !(emergencies >= 0 && emergencies <= 1)) {
      throw new IllegalArgumentException("rate must be above 0, the shares 0 to 1, got " + rate
          + ", " + smsShare + " and " + emergencies);
    }
  }

  /// How many patients write.
  int patients() {
    return Math.max(FEWEST, (int) Math.ceil(rate * (1 - smsShare) * SECONDS_BETWEEN));
  }

  /// How many messages are begun.
  int messages() {
    return (int) Math.max(1, Math.round(rate * duration.toMillis() / 1000.0));
  }
}
