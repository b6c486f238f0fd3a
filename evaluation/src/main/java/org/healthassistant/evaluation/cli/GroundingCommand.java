package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.answers.GroundingRun;
import org.healthassistant.evaluation.answers.GroundingRun.Judged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "grounding",
    description = "Runs the product's check of sentences against their evidence on labelled ones.",
    footer = {"", "Example: evaluation grounding --cases pairs.jsonl --predictions out.jsonl"})
final class GroundingCommand implements Callable<Integer> {

  @Option(
      names = "--cases",
      required = true,
      paramLabel = "F",
      description = "JSONL: {\"id\",\"sentence\",\"evidence\",\"label\"}")
  @SuppressWarnings("NullAway.Init")
  private Path cases;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.jsonl",
      description = "write each verdict to this file")
  private @Nullable Path predictions;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException {
    List<Judged> judged = GroundingRun.judge(GroundingRun.read(cases));
    if (predictions != null) {
      new PredictionFile(predictions)
          .write(judged.stream().map(GroundingCommand::line).toList());
    }
    String name = String.valueOf(cases.getFileName());
    var facts = new LinkedHashMap<String, String>();
    facts.put("cases", name);
    facts.put("sentences", String.valueOf(judged.size()));
    return results.finish(GroundingRun.outcome(judged, facts), name);
  }

  private static Map<String, Object> line(Judged judged) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", judged.id());
    line.put("verdict", judged.supported() ? "supported" : "unsupported");
    line.put("reason", judged.reason());
    return line;
  }
}
