package org.healthassistant.evaluation.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.healthassistant.evaluation.report.OutcomeFile;

/// Runs experiments and keeps their outcomes, one JSON file each.
///
/// @param dataRoot where the data sets lie
/// @param results where outcomes are kept; made when missing
/// @param commandLine runs a command from its arguments and gives its exit code
public record ExperimentRunner(
    Path dataRoot, Path results, ToIntFunction<List<String>> commandLine) {

  /// Runs an experiment and keeps its outcome.
  public Result run(Experiment experiment) {
    if (!experiment.present(dataRoot)) {
      return new Result.Absent(experiment);
    }
    var arguments = new ArrayList<>(experiment.arguments(dataRoot));
    arguments.add("--json");
    arguments.add(file(experiment).toString());
    try {
      Files.deleteIfExists(file(experiment));
      int exit = commandLine.applyAsInt(arguments);
      if (!Files.exists(file(experiment))) {
        return new Result.Broken(experiment, "its command ended with " + exit);
      }
    } catch (IOException e) {
      return new Result.Broken(experiment, file(experiment) + " cannot be replaced");
    }
    return kept(experiment);
  }

  /// The outcome kept from an earlier run.
  public Result kept(Experiment experiment) {
    if (Files.exists(file(experiment))) {
      try {
        return Result.Measured.of(experiment, OutcomeFile.read(file(experiment)));
      } catch (IOException e) {
        return new Result.Broken(experiment, String.valueOf(e.getMessage()));
      }
    }
    return experiment.present(dataRoot)
        ? new Result.NotRun(experiment)
        : new Result.Absent(experiment);
  }

  private Path file(Experiment experiment) {
    return results.resolve(experiment.id() + ".json");
  }
}
