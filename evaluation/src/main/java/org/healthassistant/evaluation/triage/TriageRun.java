package org.healthassistant.evaluation.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.RulePack;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.safety.TriageClassifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Screens a file of cases in process and reports.
public final class TriageRun {

  /// What a run gave.
  ///
  /// @param report the numbers
  /// @param predictions one for each case, in order
  /// @param packId the rules and classifier that decided
  public record Result(TriageReport report, List<TriagePrediction> predictions, String packId) {

    /// Copies the list.
    public Result {
      predictions = List.copyOf(predictions);
    }
  }

  private TriageRun() {}

  /// Screens every case.
  ///
  /// @param cases a JSONL file of cases
  /// @param predictions where to write what was said of each, as JSONL; null writes nothing
  /// @param meaning whether the classifier of meaning takes part; it needs the encoder, which
  ///     takes some milliseconds a message
  /// @throws IllegalArgumentException if the file has malformed lines; names them all
  /// @throws UncheckedIOException if a file cannot be read or written
  public static Result run(Path cases, @Nullable Path predictions, boolean meaning) {
    try {
      var read = TriageCases.read(cases);
      var screen = new Screen(
          RulePack.builtIn(), meaning ? TriageClassifier.builtIn() : TriageClassifier.none());
      var predicted = meaning ? withVectors(screen, read) : without(screen, read);
      if (predictions != null) {
        write(predictions, predicted);
      }
      return new Result(TriageReport.of(read, predicted), predicted, screen.packId());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<TriagePrediction> without(Screen screen, List<TriageCase> cases) {
    return cases.stream().map(one -> predict(screen, one.id(), one.screening())).toList();
  }

  private static List<TriagePrediction> withVectors(Screen screen, List<TriageCase> cases) {
    var predicted = new ArrayList<TriagePrediction>();
    try (var vectors = new MessageVectors()) {
      for (var one : cases) {
        predicted.add(
            predict(screen, one.id(), one.screening().withVectors(vectors.windows(one.text()))));
      }
    }
    return predicted;
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
