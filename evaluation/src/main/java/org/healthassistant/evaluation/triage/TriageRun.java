package org.healthassistant.evaluation.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.Screening;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Screens a file of cases in process and reports.
public final class TriageRun {

  /// What a run gave.
  ///
  /// @param report the numbers
  /// @param cases what was screened
  /// @param predictions one for each case, in order
  /// @param packId the rules and classifier that decided
  public record Result(
      TriageReport report,
      List<TriageCase> cases,
      List<TriagePrediction> predictions,
      String packId) {

    /// Copies the lists.
    public Result {
      cases = List.copyOf(cases);
      predictions = List.copyOf(predictions);
    }

    /// Every error as a page of HTML, to be read by people.
    public String errors() {
      return TriageErrors.page(cases, predictions);
    }
  }

  private TriageRun() {}

  /// Screens every case.
  ///
  /// @param files JSONL files of cases
  /// @param predictions where to write what was said of each, as JSONL; null writes nothing
  /// @param meaning whether the classifier of meaning takes part; it takes some
  ///     milliseconds a message
  /// @throws IllegalArgumentException if the file has malformed lines; names them all
  /// @throws UncheckedIOException if a file cannot be read or written
  public static Result run(List<Path> files, @Nullable Path predictions, boolean meaning) {
    try {
      var read = new ArrayList<TriageCase>();
      for (var file : files) {
        read.addAll(TriageCases.read(file));
      }
      var screen = Screen.builtIn();
      var result = meaning ? withMeaning(screen, read) : run(read, screen, Optional.empty());
      if (predictions != null) {
        write(predictions, result.predictions());
      }
      return result;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Screens cases with a screen of one's own.
  ///
  /// @param reader reads their meaning; empty: by rules alone
  static Result run(List<TriageCase> cases, Screen screen, Optional<MessageReader> reader) {
    var predicted = reader
        .map(read -> withMeaning(screen, read, cases))
        .orElseGet(() -> byRules(screen, cases));
    return new Result(TriageReport.of(cases, predicted), cases, predicted, screen.packId());
  }

  private static List<TriagePrediction> byRules(Screen screen, List<TriageCase> cases) {
    return cases.stream().map(one -> predict(screen, one.id(), one.screening())).toList();
  }

  private static Result withMeaning(Screen screen, List<TriageCase> cases) {
    try (var reader = new MessageReader(screen)) {
      return run(cases, screen, Optional.of(reader));
    }
  }

  private static List<TriagePrediction> withMeaning(
      Screen screen, MessageReader reader, List<TriageCase> cases) {
    return cases.stream()
        .map(one -> predict(screen, one.id(), reader.read(one.screening())))
        .toList();
  }

  private static TriagePrediction predict(Screen screen, String id, Screening input) {
    long start = System.nanoTime();
    var decision = screen.screen(input);
    long micros = (System.nanoTime() - start) / 1000;
    return new TriagePrediction(
        id, decision.level(), decision.categories(), decision.findings(), micros);
  }

  private static void write(Path file, List<TriagePrediction> predictions) throws IOException {
    var parent = Optional.ofNullable(file.toAbsolutePath().getParent());
    if (parent.isPresent()) {
      Files.createDirectories(parent.get());
    }
    var lines =
        predictions.stream().map(JsonMapper.shared()::writeValueAsString).toList();
    Files.write(file, lines, StandardCharsets.UTF_8);
  }
}
