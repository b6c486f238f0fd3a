package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// With `-Dgolden.update=true` the coefficients are fitted anew and written to the data file; the
/// next run
/// judges them.
class CalibrationTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/healthassistant/knowledge/search/calibration.yaml");
  private static final Map<String, Double> LEAST = Map.of("en", 0.93, "es", 0.88, "cross", 0.80);

  @Test
  void decidesMostQuestionsRightly() throws IOException {
    List<CalibrationSet> sets = CalibrationSet.all();
    if (Boolean.getBoolean("golden.update")) {
      write(sets);
      return;
    }
    for (CalibrationSet set : sets) {
      Calibration.Coefficients used = coefficients(set.name());
      assertThat(set.accuracy(used))
          .as("set %s, wrong: %s", set.name(), set.wrong(used))
          .isGreaterThanOrEqualTo(LEAST.getOrDefault(set.name(), 1.0));
      double heldOut = set.heldOutAccuracy();
      assertThat(heldOut)
          .as("set %s, on questions left out of the fit", set.name())
          .isGreaterThanOrEqualTo(LEAST.getOrDefault(set.name(), 1.0));
      assertThat(used.heldOutAccuracy())
          .as("set %s, as calibration.yaml says", set.name())
          .isCloseTo(heldOut, within(0.02));
    }
  }

  @Test
  void hasEnoughQuestionsHalfOfThemWithoutAnAnswer() {
    assertThat(CalibrationQuestion.in("en")).hasSizeGreaterThanOrEqualTo(120);
    assertThat(CalibrationQuestion.in("es")).hasSizeGreaterThanOrEqualTo(60);
    for (String language : List.of("en", "es")) {
      List<CalibrationQuestion> questions = CalibrationQuestion.in(language);
      double answerable =
          questions.stream().filter(CalibrationQuestion::answerable).count();
      assertThat(answerable / questions.size()).isBetween(0.4, 0.6);
    }
  }

  @Test
  void risesWithEveryFeature() {
    for (Calibration.Coefficients set : Calibration.BUILT_IN.sets().values()) {
      assertThat(set.score(0.8, 0.5, 0.9)).isGreaterThan(set.score(0.6, 0.3, 0.2));
      assertThat(set.coverage()).isPositive();
      assertThat(set.bilingual()).isPositive();
    }
  }

  private static Calibration.Coefficients coefficients(String set) {
    return Objects.requireNonNull(Calibration.BUILT_IN.sets().get(set), set);
  }

  private static void write(List<CalibrationSet> sets) throws IOException {
    StringBuilder text =
        new StringBuilder("""
            # Turns raw similarities into the probability that a passage answers: one logistic function a set.
            # Fitted by CalibrationTest (-Dgolden.update=true) on src/main/calibration; heldOutAccuracy: the share of
            # questions rightly said to have an answer or none, five folds by question, seed %d.
            fitted: %s
            sets:
            """.formatted(CalibrationSet.SEED, LocalDate.now(Clock.systemUTC())));
    for (CalibrationSet set : sets) {
      Calibration.Coefficients fit = set.fit();
      text.append(String.format(
          Locale.ROOT,
          "  %s: {questions: %d, heldOutAccuracy: %.3f, intercept: %.3f, english: %.3f, bilingual:"
              + " %.3f, coverage: %.3f}%n",
          set.name(),
          fit.questions(),
          fit.heldOutAccuracy(),
          fit.intercept(),
          fit.english(),
          fit.bilingual(),
          fit.coverage()));
    }
    Files.writeString(FILE, text.toString());
  }
}
