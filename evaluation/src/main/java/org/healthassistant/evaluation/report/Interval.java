package org.healthassistant.evaluation.report;

import java.util.Locale;

/// A measured value with the interval that holds it with a stated certainty.
///
/// @param value what was measured; NaN when there was nothing to measure
/// @param low the lower end, at most `value`
/// @param high the upper end, at least `value`
/// @param count on how many items it rests; 0 when there was nothing to measure
public record Interval(double value, double low, double high, int count) {

  /// Checks the order of the three.
  public Interval {
    if (low > value || value > high) {
      throw new IllegalArgumentException(
          "an interval needs low <= value <= high, got " + low + ", " + value + ", " + high);
    }
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, got " + count);
    }
  }

  /// The value where nothing was measured.
  public static Interval none() {
    return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
  }

  /// A value that is counted rather than estimated: its interval is itself.
  public static Interval exactly(double value, int count) {
    return new Interval(value, value, value, count);
  }

  /// As a table shows it: `0.7457 [0.7012, 0.7880]`, `3` for a value that is
  /// counted, `–` where nothing was measured.
  public String shown() {
    if (count == 0) {
      return "–";
    }
    if (low == high) {
      return value == Math.rint(value)
          ? String.format(Locale.ROOT, "%.0f", value)
          : String.format(Locale.ROOT, "%.4f", value);
    }
    return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", value, low, high);
  }
}
