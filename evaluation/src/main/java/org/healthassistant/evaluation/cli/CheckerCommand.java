package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.answers.CheckerRun;
import org.healthassistant.evaluation.answers.CheckerRun.Judged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "checker",
    description = "Measures which changed facts the check of sentences catches, and which true"
        + " paraphrases it keeps.",
    footer = {"", "Example: evaluation checker --data evaluation/data/grounding/set-aside"})
final class CheckerCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "*.jsonl: {\"id\",\"lang\",\"kind\",\"sentence\",\"evidence\"}")
  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.jsonl",
      description = "write each verdict to this file")
  private @Nullable Path predictions;

  @Mixin
  private Results results = new Results();

  @Override
  public Integer call() throws IOException {
    List<Judged> judged = CheckerRun.judge(data);
    if (predictions != null) {
      new PredictionFile(predictions)
          .write(judged.stream().map(CheckerCommand::line).toList());
    }
    String name = String.valueOf(data.getFileName());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cases", name);
    facts.put("sentences", String.valueOf(judged.size()));
    return results.finish(CheckerRun.outcome(judged, facts), name);
  }

  private static Map<String, Object> line(Judged judged) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", judged.id());
    line.put("verdict", judged.supported() ? "supported" : "unsupported");
    line.put("reason", judged.reason());
    return line;
  }
}
