package org.healthassistant.evaluation.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.healthassistant.evaluation.train.CalibrationSet.Fit;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;

/// Trains what turns similarities into the probability that a passage answers.
public final class CalibrationTraining {

  private static final String HEAD = """
      # Turns raw similarities into the probability that a passage answers: one logistic function a set.
      # Fitted by `evaluation train calibration` on its questions; heldOutAccuracy: the share of
      # questions rightly said to have an answer or none, five folds by question, seed %d.
      fitted: %s
      sets:
      """;

  private CalibrationTraining() {}

  /// Asks the questions of the starter library and fits one function a set; takes about a minute.
  ///
  /// @param day noted as that of the fitting
  /// @return the text of `calibration.yaml`
  public static String train(LocalDate day) {
    var text = new StringBuilder(HEAD.formatted(CalibrationSet.SEED, day));
    try (Encoders encoders = Encoders.builtIn();
        KnowledgeIndex index = KnowledgeIndex.open(Release.starter(), encoders, null)) {
      for (CalibrationSet set : CalibrationSet.all(index)) {
        text.append(line(set.name(), set.fit(), set.readsEnglish()));
      }
    }
    return text.toString();
  }

  /// Trains, and writes `calibration.yaml`.
  ///
  /// @param folder made where it is missing
  /// @throws IOException if it cannot be written
  public static void write(Path folder, LocalDate day) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("calibration.yaml"), train(day));
  }

  private static String line(String name, Fit fit, boolean readsEnglish) {
    double[] weights = fit.fitted().weights();
    return String.format(
        Locale.ROOT,
        "  %s: {questions: %d, heldOutAccuracy: %.3f, intercept: %.3f, english: %.3f,"
            + " bilingual: %.3f, coverage: %.3f}\n",
        name,
        fit.questions(),
        fit.heldOutAccuracy(),
        fit.fitted().bias(),
        readsEnglish ? weights[0] : 0,
        weights[weights.length - 2],
        weights[weights.length - 1]);
  }
}
