package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.triage.NegationRun;
import org.healthassistant.evaluation.triage.PairsRun;
import org.healthassistant.evaluation.triage.Share;
import org.healthassistant.evaluation.triage.TriageCase;
import org.healthassistant.evaluation.triage.TriageCases;
import org.healthassistant.evaluation.triage.TriagePrediction;
import org.healthassistant.evaluation.triage.TriageRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "triage",
    description = "Screens labelled messages: recall of each level, under- and over-triage.",
    footer = {
      "",
      "Example: evaluation triage --cases cases.jsonl --predictions out.jsonl",
      "Example: evaluation triage --pairs cases.jsonl --variants 20 --predictions falls.jsonl",
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

  @Option(
      names = "--errors",
      paramLabel = "OUT.html",
      description = "write a page of every message that was given another level than is right")
  private @Nullable Path errors;

  @Option(
      names = "--variants",
      paramLabel = "N",
      description = "with --pairs: variants of each message (default: ${DEFAULT-VALUE})")
  private int variants = 8;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "with --pairs: the same seed gives the same variants" + " (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin
  private Results results = new Results();

  /// What is screened.
  static final class Input {
    @Option(
        names = "--cases",
        required = true,
        arity = "1..*",
        paramLabel = "F",
        description =
            "JSONL: {\"id\",\"lang\",\"text\",\"level\",\"also\"?,\"context\"?,\"risk\"?}")
    private @Nullable List<Path> cases;

    @Option(
        names = "--pairs",
        required = true,
        arity = "1..*",
        paramLabel = "F",
        description = "JSONL as for --cases: writes each message differently, and counts the"
            + " variants that become less urgent; --predictions takes each of those")
    private @Nullable List<Path> pairs;

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
    if (input.pairs != null) {
      return results.finish(pairs(input.pairs), names(input.pairs));
    }
    if (input.cases == null) {
      throw new IllegalStateException("--cases, --pairs or --negex is needed");
    }
    var result = TriageRun.run(input.cases, predictions, !rulesOnly);
    if (list) {
      System.err.println(
          "given less than right: " + String.join(" ", result.report().missed()));
      System.err.println("false alarms: " + String.join(" ", result.report().alarms()));
    }
    if (errors != null) {
      Files.writeString(errors, result.errors(), StandardCharsets.UTF_8);
    }
    return results.finish(outcome(result, names(input.cases)), names(input.cases));
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

  private Outcome pairs(List<Path> files) throws IOException {
    var cases = new ArrayList<TriageCase>();
    for (Path file : files) {
      cases.addAll(TriageCases.read(file));
    }
    var result = PairsRun.run(cases, variants, seed, !rulesOnly);
    if (predictions != null) {
      Files.write(
          predictions,
          result.falls().stream().map(JsonMapper.shared()::writeValueAsString).toList(),
          StandardCharsets.UTF_8);
    }
    var facts = new LinkedHashMap<String, String>();
    facts.put("data", names(files));
    facts.put(Outcome.VARIANT, rulesOnly ? "rules" : "rules and meaning");
    facts.put("messages that can fall", String.valueOf(result.messages()));
    facts.put("transformations", String.valueOf(result.kinds()));
    facts.put("composed variants", String.valueOf(result.composed()));
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("variants that fell", interval(Share.of(result.falls().size(), result.variants())));
    new TreeMap<>(result.byKind())
        .forEach((kind, counts) ->
            numbers.put(kind + " alone", interval(Share.of(counts[1], counts[0]))));
    return new Outcome("triage-pairs", facts, numbers);
  }

  private static String names(List<Path> files) {
    return files.stream().map(TriageCommand::name).collect(Collectors.joining(" "));
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
