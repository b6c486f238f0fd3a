package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.experiment.Expectation;
import org.healthassistant.evaluation.experiment.Experiments;
import org.healthassistant.evaluation.experiment.Result.Check;
import org.healthassistant.evaluation.experiment.Verdict;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.OutcomeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command does with its result: the table on standard output, the file, the gate.
final class Results {

  private static final int DONE = 0;
  private static final int FAILED = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the result as JSON to this file")
  private @Nullable Path json;

  @Option(
      names = "--gate",
      description =
          "end with 1 when a measure is below its expected value: those given by --expect, else"
              + " those of the shipped experiment of the same command and data")
  private boolean gate;

  @Option(
      names = "--expect",
      paramLabel = "MEASURE=VALUE",
      description = "what --gate expects of a measure; may be repeated")
  private Map<String, Double> expected = new LinkedHashMap<>();

  /// Shows and keeps an outcome.
  ///
  /// @param data the name of the data set, as experiments name it
  /// @return the exit code
  int finish(Outcome outcome, String data) throws IOException {
    PrintStream out = System.out;
    out.print(outcome.table());
    if (json != null) {
      OutcomeFile.write(json, outcome);
    }
    if (!gate) {
      return DONE;
    }
    List<Expectation> expectations = expectations(outcome, data);
    if (expectations.isEmpty()) {
      throw new IllegalStateException(
          "--gate has nothing to compare with: no experiment is on file for this command, data and"
              + " options; give --expect MEASURE=VALUE");
    }
    return judge(outcome, expectations) ? DONE : FAILED;
  }

  private static boolean judge(Outcome outcome, List<Expectation> expectations) {
    boolean passed = true;
    for (Expectation expectation : expectations) {
      Interval measured = outcome.measure(expectation.measure());
      Check check = Check.of(expectation, measured);
      System.err.println("gate: " + expectation.shown() + ": " + check.verdict());
      passed &= check.verdict() != Verdict.FAILED;
    }
    return passed;
  }

  private List<Expectation> expectations(Outcome outcome, String data) {
    var given = new ArrayList<Expectation>();
    expected.forEach(
        (measure, value) -> given.add(new Expectation(measure, value, 0, higher(measure))));
    if (!given.isEmpty()) {
      return given;
    }
    String variant = outcome.facts().getOrDefault(Outcome.VARIANT, "");
    return Experiments.builtIn().stream()
        .filter(e -> e.command().getFirst().equals(outcome.command()))
        .filter(e -> e.data().equals(data) && e.variant().equals(variant))
        .flatMap(e -> e.expected().stream())
        .toList();
  }

  /// Durations, losses and errors are better when lower.
  private static boolean higher(String measure) {
    return !(measure.contains(" ms") || measure.contains("lost") || measure.contains("ratio"));
  }
}
