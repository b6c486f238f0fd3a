package org.healthassistant.evaluation.experiment;

import java.util.Locale;
import java.util.Objects;
import org.healthassistant.evaluation.report.Interval;

/// The value one measure should have.
///
/// @param measure the measure's name in the outcome
/// @param value what it was when this was written down, or what is demanded
/// @param tolerance how far below it is still right, at least 0, in the measure's unit
/// @param higherIsBetter whether more is better; false for durations and losses
public record Expectation(String measure, double value, double tolerance, boolean higherIsBetter) {

  /// Checks the tolerance.
  public Expectation {
    Objects.requireNonNull(measure, "measure");
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException(measure + ": tolerance must be >= 0, got " + tolerance);
    }
  }

  /// Judges a measured value: within the tolerance it is right, beyond it on the good side
  /// improved, beyond it on the bad side failed. What was not measured has failed.
  public Verdict judge(Interval measured) {
    double better = (measured.value() - value) * (higherIsBetter ? 1 : -1);
    if (Double.isNaN(better) || better < -tolerance) {
      return Verdict.FAILED;
    }
    return better > tolerance ? Verdict.IMPROVED : Verdict.OK;
  }

  /// Says in words what is expected: `nDCG@10 >= 0.7450 - 0.0050`.
  public String shown() {
    return String.format(
        Locale.ROOT,
        higherIsBetter ? "%s >= %.4f - %.4f" : "%s <= %.4f + %.4f",
        measure,
        value,
        tolerance);
  }
}
