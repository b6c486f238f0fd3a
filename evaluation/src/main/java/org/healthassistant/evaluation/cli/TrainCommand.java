package org.healthassistant.evaluation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.healthassistant.evaluation.train.AnswersTraining;
import org.healthassistant.evaluation.triage.MeaningTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "train",
    description = "Fits anew what the product has learned from the examples in this module.",
    footer = {
      "",
      "Example: evaluation train answers --out build/trained",
      "Example: evaluation train meaning --model ~/triage-model --out build/trained"
    })
final class TrainCommand implements Callable<Integer> {

  /// What can be trained.
  enum What {
    ANSWERS,
    MEANING
  }

  @Parameters(
      paramLabel = "WHAT",
      description =
          "answers: does an answer of the library answer a question; meaning: thresholds and"
              + " measures of the classifiers that evaluation/training trained")
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
      names = "--model",
      paramLabel = "DIR",
      description = "meaning: the folder that triage.py wrote, with that of second.py in it")
  private @Nullable Path model;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "meaning: the triage messages (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("evaluation/data/triage");

  @Option(
      names = "--questions",
      paramLabel = "DIR",
      description = "answers: the questions (default: ${DEFAULT-VALUE})")
  private Path questions = Path.of("evaluation/data/answers");

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "the day to note in them (default: today), as 2026-11-24")
  private @Nullable LocalDate date;

  @Override
  public Integer call() throws IOException {
    LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
    switch (what) {
      case ANSWERS -> AnswersTraining.write(questions, out, day, System.out::println);
      case MEANING -> {
        if (model == null) {
          throw new IllegalArgumentException("train meaning needs --model");
        }
        MeaningTraining.write(model, data, out, System.out::println);
      }
    }
    return 0;
  }
}
