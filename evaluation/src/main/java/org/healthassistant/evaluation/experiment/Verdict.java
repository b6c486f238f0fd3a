package org.healthassistant.evaluation.experiment;

/// How a measured value stands beside the expected one.
public enum Verdict {
  /// Within the tolerance.
  OK,
  /// Better by more than the tolerance: the expected value should be raised.
  IMPROVED,
  /// Worse by more than the tolerance, or not measured.
  FAILED
}
