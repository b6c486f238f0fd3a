package org.healthassistant.evaluation.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.search.Ranker;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Trains what tells how likely an answer of the library answers a question, from questions whose
/// writers had not read it, and measures it on those set aside.
public final class AnswersTraining {

  private static final String HEAD = """
      # How likely an answer answers a question, from what was measured of both. Written by
      # `evaluation train answers`; by what and how well stands in `about`.
      """;

  private static final int FOLDS = 5;

  private final Path data;
  private final LocalDate day;
  private final Consumer<String> told;

  private AnswersTraining(Path data, LocalDate day, Consumer<String> told) {
    this.data = data;
    this.day = day;
    this.told = told;
  }

  /// Trains on `training`, measures on `set-aside`, and writes `ranker.yaml`; takes some minutes.
  ///
  /// @param data the folder that holds both
  /// @param out made where it is missing
  /// @param day noted as that of the training
  /// @param told what was measured, a line each
  /// @throws IOException if it cannot be written
  public static void write(Path data, Path out, LocalDate day, Consumer<String> told)
      throws IOException {
    Files.createDirectories(out);
    Ranker ranker = new AnswersTraining(data, day, told).ranker();
    YAMLMapper yaml = YAMLMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .changeDefaultPropertyInclusion(any ->
            any.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
        .build();
    Files.writeString(
        out.resolve("ranker.yaml"), HEAD + yaml.writeValueAsString(ranker), StandardCharsets.UTF_8);
  }

  private Ranker ranker() {
    try (Encoders encoders = Encoders.builtIn();
        KnowledgeIndex index = KnowledgeIndex.open(Release.starter(), encoders, null)) {
      List<Candidates> training = Candidates.of(AskedQuestions.in(data.resolve("training")), index);
      List<Candidates> aside = Candidates.of(AskedQuestions.in(data.resolve("set-aside")), index);
      Map<String, Ranker.Formula> formulas = new LinkedHashMap<>();
      for (Language language : Language.values()) {
        List<Candidates> own = of(language, training);
        if (own.stream().anyMatch(one -> !one.question().right().isEmpty())) {
          formulas.put(language.tag(), formula(language, own, of(language, aside)));
        }
      }
      return new Ranker(formulas);
    }
  }

  private static List<Candidates> of(Language language, List<Candidates> all) {
    return all.stream().filter(one -> one.question().language() == language).toList();
  }

  private Ranker.Formula formula(
      Language language, List<Candidates> training, List<Candidates> aside) {
    told.accept(language.tag() + ", in folds: " + Choice.all(unseen(training)).told());
    Ranker.Formula fitted = FeatureWeights.fit(rows(training));
    double shift = -Math.log(Choice.FLOOR / (1 - Choice.FLOOR));
    String measured = Choice.all(
            aside.stream().map(one -> Choice.Seen.by(fitted, one)).toList())
        .told();
    told.accept(language.tag() + ", set aside: " + measured);
    String about = String.format(
        Locale.ROOT,
        "trained on %s on %d questions; on %d set aside %s",
        day,
        training.size(),
        aside.size(),
        measured);
    return new Ranker.Formula(about, rounded(fitted.intercept() + shift), fitted.weights());
  }

  /// The training questions as a formula sees them that was not trained on them.
  private List<Choice.Seen> unseen(List<Candidates> training) {
    List<Choice.Seen> seen = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Candidates> rest = new ArrayList<>();
      List<Candidates> held = new ArrayList<>();
      for (Candidates one : training) {
        boolean here = Math.floorMod(one.question().text().hashCode(), FOLDS) == fold;
        (here ? held : rest).add(one);
      }
      Ranker.Formula formula = FeatureWeights.fit(rows(rest));
      held.forEach(one -> seen.add(Choice.Seen.by(formula, one)));
    }
    return seen;
  }

  private static List<FeatureWeights.Row> rows(List<Candidates> questions) {
    return questions.stream().flatMap(one -> one.rows().stream()).toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
