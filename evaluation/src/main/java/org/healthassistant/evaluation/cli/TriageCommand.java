package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.triage.NegationRun;
import org.healthassistant.evaluation.triage.Share;
import org.healthassistant.evaluation.triage.TriagePrediction;
import org.healthassistant.evaluation.triage.TriageRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "triage",
    description = "Screens labelled messages: recall of each level, under- and over-triage.",
    footer = {
      "",
      "Example: evaluation triage --cases cases.jsonl --predictions out.jsonl",
      "Example: evaluation triage --negex negex.jsonl"
    })
final class TriageCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Input input;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.jsonl",
      description = "write what was decided of each case to this file")
  private @Nullable Path predictions;

  @Option(
      names = "--rules-only",
      description = "without the classifier of meaning, which only ever raises a level")
  private boolean rulesOnly;

  @Option(
      names = "--list",
      description = "name the cases given less than right, and the false alarms, on standard error")
  private boolean list;

  @Mixin
  private Results results = new Results();

  /// What is screened.
  static final class Input {
    @Option(
        names = "--cases",
        required = true,
        paramLabel = "F",
        description =
            "JSONL: {\"id\",\"lang\",\"text\",\"level\",\"also\"?,\"context\"?,\"risk\"?}")
    private @Nullable Path cases;

    @Option(
        names = "--negex",
        required = true,
        paramLabel = "F",
        description =
            "JSONL: {\"text\",\"concept\",\"label\"}; measures how denials are understood")
    private @Nullable Path negex;
  }

  @Override
  public Integer call() throws IOException {
    if (input.negex != null) {
      return results.finish(negation(input.negex), name(input.negex));
    }
    if (input.cases == null) {
      throw new IllegalStateException("--cases or --negex is needed");
    }
    var result = TriageRun.run(input.cases, predictions, !rulesOnly);
    if (list) {
      System.err.println(
          "given less than right: " + String.join(" ", result.report().missed()));
      System.err.println("false alarms: " + String.join(" ", result.report().alarms()));
    }
    return results.finish(outcome(result, name(input.cases)), name(input.cases));
  }

  private Outcome outcome(TriageRun.Result result, String data) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("data", data);
    facts.put(Outcome.VARIANT, rulesOnly ? "rules" : "rules and meaning");
    facts.put("cases", String.valueOf(result.predictions().size()));
    facts.put("rule pack", result.packId());
    var numbers = new LinkedHashMap<String, Interval>();
    result.report().lines().forEach((name, share) -> numbers.put(name, interval(share)));
    var micros = Percentiles.of(result.predictions().stream()
        .map(TriagePrediction::micros)
        .map(Long::doubleValue)
        .toList());
    numbers.put("decision µs p50", counted(micros.at(0.5), result.predictions().size()));
    numbers.put("decision µs p99", counted(micros.at(0.99), result.predictions().size()));
    return new Outcome("triage", facts, numbers);
  }

  private static Outcome negation(Path file) {
    NegationRun.Result result = NegationRun.run(file);
    int count = result.right() + result.wrong() + result.missed();
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("negation precision", counted(result.precision(), count));
    numbers.put("negation recall", counted(result.recall(), count));
    numbers.put("negation F", counted(result.f(), count));
    numbers.put("skipped", counted(result.skipped(), 1));
    return new Outcome("triage", Map.of("data", name(file), Outcome.VARIANT, "negation"), numbers);
  }

  private static Interval interval(Share share) {
    return share.count() == 0
        ? Interval.none()
        : new Interval(
            share.value(),
            Math.min(share.low(), share.value()),
            Math.max(share.high(), share.value()),
            share.count());
  }

  private static Interval counted(double value, int count) {
    return count == 0 ? Interval.none() : Interval.exactly(value, count);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
