package org.healthassistant.evaluation.experiment;

import java.util.List;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;

/// What became of one experiment.
public sealed interface Result {

  /// The experiment.
  Experiment experiment();

  /// It ran, now or earlier, and its values were compared.
  ///
  /// @param checks one for each expected value, in the experiment's order
  record Measured(Experiment experiment, Outcome outcome, List<Check> checks) implements Result {

    /// Copies the checks.
    public Measured {
      checks = List.copyOf(checks);
    }

    /// Compares an outcome with what the experiment expects.
    public static Measured of(Experiment experiment, Outcome outcome) {
      return new Measured(
          experiment,
          outcome,
          experiment.expected().stream()
              .map(expected -> Check.of(
                  expected, outcome.measures().getOrDefault(expected.measure(), Interval.none())))
              .toList());
    }

    /// The worst verdict of its checks; [Verdict#IMPROVED] when one is and none has failed.
    public Verdict verdict() {
      if (checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED)) {
        return Verdict.FAILED;
      }
      return checks.stream().anyMatch(check -> check.verdict() == Verdict.IMPROVED)
          ? Verdict.IMPROVED
          : Verdict.OK;
    }
  }

  /// The data it needs is not there.
  record Absent(Experiment experiment) implements Result {}

  /// It was not run, and no earlier result is kept.
  record NotRun(Experiment experiment) implements Result {}

  /// Its command failed.
  ///
  /// @param reason one line
  record Broken(Experiment experiment, String reason) implements Result {}

  /// One expected value beside the measured one.
  record Check(Expectation expected, Interval measured, Verdict verdict) {

    /// Compares the two.
    public static Check of(Expectation expected, Interval measured) {
      return new Check(expected, measured, expected.judge(measured));
    }
  }
}
