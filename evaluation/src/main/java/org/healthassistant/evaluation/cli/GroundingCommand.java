package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.answers.CheckerRun;
import org.healthassistant.evaluation.answers.GroundingRun;
import org.healthassistant.evaluation.report.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The check of sentences, on sentences that are labelled, or that say what was changed in them.
@Command(
    name = "grounding",
    aliases = "checker",
    description = "Runs the product's check of sentences against their evidence: on labelled ones,"
        + " or on a folder of ones that keep or change a fact.",
    footer = {
      "",
      "Example: evaluation grounding --cases pairs.jsonl --predictions out.jsonl",
      "Example: evaluation grounding --data evaluation/data/grounding/set-aside"
    })
final class GroundingCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Sentences sentences;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.jsonl",
      description = "write each verdict to this file")
  private @Nullable Path predictions;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException {
    Path file = sentences.cases != null ? sentences.cases : sentences.data;
    String name = String.valueOf(java.util.Objects.requireNonNull(file).getFileName());
    Judged judged = sentences.cases != null ? labelled(file, name) : changed(file, name);
    if (predictions != null) {
      new PredictionFile(predictions).write(judged.lines());
    }
    return results.finish(judged.outcome(), name);
  }

  private static Judged labelled(Path file, String name) {
    List<GroundingRun.Judged> judged = GroundingRun.judge(GroundingRun.read(file));
    return new Judged(
        judged.stream()
            .map(one -> line(one.id(), one.supported(), one.reason()))
            .toList(),
        GroundingRun.outcome(judged, facts(name, judged.size())));
  }

  private static Judged changed(Path folder, String name) {
    List<CheckerRun.Judged> judged = CheckerRun.judge(folder);
    return new Judged(
        judged.stream()
            .map(one -> line(one.id(), one.supported(), one.reason()))
            .toList(),
        CheckerRun.outcome(judged, facts(name, judged.size())));
  }

  private static Map<String, String> facts(String name, int sentences) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cases", name);
    facts.put("sentences", String.valueOf(sentences));
    return facts;
  }

  private static Map<String, Object> line(String id, boolean supported, String reason) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", id);
    line.put("verdict", supported ? "supported" : "unsupported");
    line.put("reason", reason);
    return line;
  }

  private record Judged(List<Map<String, Object>> lines, Outcome outcome) {}

  /// Where the sentences are; one of the two.
  private static final class Sentences {

    @Option(
        names = "--cases",
        required = true,
        paramLabel = "F",
        description = "JSONL: {\"id\",\"sentence\",\"evidence\",\"label\"}")
    private @Nullable Path cases;

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "*.jsonl: {\"id\",\"lang\",\"kind\",\"sentence\",\"evidence\"}")
    private @Nullable Path data;
  }
}
