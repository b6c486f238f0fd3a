package org.healthassistant.evaluation.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The product ships what the training gives, and that decides most questions rightly.
class CalibrationTrainingTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<String, Double> LEAST = Map.of("en", 0.93, "es", 0.88, "cross", 0.80);

  /// Within five in a hundred: the articles have been edited since the day of the fitting.
  @Test
  void givesNearlyTheCoefficientsThatShip() throws IOException {
    Map<String, JsonNode> trained = sets(CalibrationTraining.train(LocalDate.EPOCH));
    sets(shipped()).forEach((set, ships) -> {
      JsonNode fitted = Objects.requireNonNull(trained.get(set), set);
      ships.forEachEntry((name, value) -> assertThat(fitted.path(name).asDouble())
          .as("%s %s", set, name)
          .isCloseTo(value.asDouble(), withinPercentage(5)));
      assertThat(fitted.path("heldOutAccuracy").asDouble())
          .as(set)
          .isGreaterThanOrEqualTo(Objects.requireNonNull(LEAST.get(set), set));
    });
  }

  @Test
  void shipsCoefficientsThatDecideMostQuestionsRightly() throws IOException {
    Map<String, JsonNode> ships = sets(shipped());
    try (Encoders encoders = Encoders.builtIn();
        KnowledgeIndex index = KnowledgeIndex.open(Release.starter(), encoders, null)) {
      for (CalibrationSet set : CalibrationSet.all(index)) {
        JsonNode one = Objects.requireNonNull(ships.get(set.name()), set.name());
        double english = one.path("english").asDouble();
        double bilingual = one.path("bilingual").asDouble();
        double coverage = one.path("coverage").asDouble();
        double[] weights = set.readsEnglish()
            ? new double[] {english, bilingual, coverage}
            : new double[] {bilingual, coverage};
        var used = new LogisticRegression(one.path("intercept").asDouble(), weights);
        assertThat(set.accuracy(used))
            .as(set.name())
            .isGreaterThanOrEqualTo(Objects.requireNonNull(LEAST.get(set.name()), set.name()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void hasQuestionsHalfOfThemWithoutAnAnswer(String language) {
    List<CalibrationQuestion> questions = CalibrationQuestion.in(language);
    double answerable =
        questions.stream().filter(CalibrationQuestion::answerable).count();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(language.equals("en") ? 120 : 60);
    assertThat(answerable / questions.size()).isBetween(0.4, 0.6);
  }

  private static Map<String, JsonNode> sets(String yaml) {
    Map<String, JsonNode> sets = new HashMap<>();
    YAML.readTree(yaml).path("sets").forEachEntry(sets::put);
    return sets;
  }

  private static String shipped() throws IOException {
    try (InputStream file = Objects.requireNonNull(
        KnowledgeIndex.class.getResourceAsStream("search/calibration.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
