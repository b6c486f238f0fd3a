package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.answers.AnswerCase;
import org.healthassistant.evaluation.answers.AnswersRun;
import org.healthassistant.evaluation.answers.AnswersRun.Judged;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.DemoAccess;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "answers",
    description = "Asks a service questions and holds its replies against what they must say.",
    footer = {"", "Example: evaluation answers --cases cases.jsonl --predictions replies.jsonl"})
final class AnswersCommand implements Callable<Integer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Option(
      names = "--cases",
      required = true,
      paramLabel = "F",
      description = "JSONL: {\"id\",\"lang\",\"text\",\"patient\"?,\"must\",\"must_not\"}")
  @SuppressWarnings("NullAway.Init")
  private Path cases;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.jsonl",
      description = "write each reply and its judgement to this file")
  private @Nullable Path predictions;

  @Option(
      names = "--base-url",
      paramLabel = "U",
      description = "a running service; without it the packaged one is started")
  private @Nullable URI baseUrl;

  @Option(
      names = "--access",
      paramLabel = "demo-access.json",
      description = "who may call it; needed with --base-url")
  private @Nullable Path accessFile;

  @Option(names = "--jar", description = "the service's jar, when it is started from here")
  private @Nullable Path jar;

  @Mixin
  private Results results = new Results();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<AnswerCase> asked = AnswerCase.read(cases);
    if (baseUrl == null) {
      try (var service = ServiceProcess.start(options())) {
        return ask(asked, service.baseUrl(), service.access());
      }
    }
    if (accessFile == null) {
      throw new ParameterException(spec.commandLine(), "--base-url needs --access too");
    }
    return ask(asked, baseUrl, DemoAccess.read(accessFile));
  }

  private int ask(List<AnswerCase> asked, URI url, DemoAccess access) throws IOException {
    var run = new AnswersRun(new AssistantClient(url, TIMEOUT), access, System::nanoTime);
    var judged = new ArrayList<Judged>();
    try (var progress = new ConsoleProgress("answers")) {
      for (AnswerCase one : asked) {
        judged.add(run.ask(one));
        progress.at(judged.size(), asked.size());
      }
    }
    if (predictions != null) {
      new PredictionFile(predictions)
          .write(judged.stream().map(AnswersCommand::line).toList());
    }
    var facts = Map.of("cases", String.valueOf(cases.getFileName()));
    return results.finish(AnswersRun.outcome(judged, facts), String.valueOf(cases.getFileName()));
  }

  private ServiceOptions options() {
    return jar == null ? ServiceOptions.packaged() : ServiceOptions.of(jar);
  }

  private static Map<String, Object> line(Judged judged) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", judged.id());
    line.put("passed", judged.passed());
    line.put("action", judged.action());
    line.put("level", judged.level());
    line.put("mode", judged.mode());
    line.put("missing", judged.missing());
    line.put("forbidden", judged.forbidden());
    line.put("uncited", judged.uncited());
    line.put("millis", judged.millis());
    line.put("text", judged.reply());
    return line;
  }
}
