package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.train.CalibrationTraining;
import org.healthassistant.evaluation.train.TriageClassifierTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "train",
    description = "Fits anew what the product has learned from the examples in this module.",
    footer = {"", "Example: evaluation train calibration --out build/trained"})
final class TrainCommand implements Callable<Integer> {

  /// What can be trained.
  enum What {
    CALIBRATION,
    MEANING
  }

  @Parameters(
      paramLabel = "WHAT",
      description =
          "calibration: does a passage answer a question; meaning: how urgent a message is")
  @SuppressWarnings("NullAway.Init")
  private What what;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder to write the trained files to")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "the day to note in them (default: today), as 2026-11-24")
  private @Nullable LocalDate date;

  @Override
  public Integer call() throws IOException {
    LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
    switch (what) {
      case CALIBRATION -> CalibrationTraining.write(out, day);
      case MEANING -> TriageClassifierTraining.write(out, day, System.out::println);
    }
    return 0;
  }
}
