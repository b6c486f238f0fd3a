package org.healthassistant.evaluation.train;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.healthassistant.evaluation.train.LogisticRegression.Example;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Explanation;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.search.PassageSearch;
import org.healthassistant.knowledge.text.Language;

/// The questions of one set of coefficients, each with the hits that are found for it, whatever
/// their score.
final class CalibrationSet {

  static final long SEED = 20261124;

  /// A day on which the starter articles are valid, with starter content allowed.
  private static final Eligibility VALID = new Eligibility(LocalDate.of(2026, 12, 1), true);

  private static final int LOOKED_AT = 5;
  private static final int FOLDS = 5;
  private static final double PENALTY = 0.02;

  private final String name;
  private final KnowledgeIndex index;
  private final List<Asked> asked = new ArrayList<>();

  private record Asked(CalibrationQuestion question, boolean answerable, List<SearchHit> hits) {}

  /// What was fitted.
  ///
  /// @param questions how many
  /// @param heldOutAccuracy the share of the questions decided rightly while left out
  /// @param fitted two weights, or three where the English encoder is read as well
  record Fit(int questions, double heldOutAccuracy, LogisticRegression fitted) {}

  private CalibrationSet(String name, KnowledgeIndex index) {
    this.name = name;
    this.index = index;
  }

  /// English; Spanish, where questions that only English articles answer have no answer; and
  /// Spanish questions over English articles.
  static List<CalibrationSet> all(KnowledgeIndex index) {
    var english = new CalibrationSet(Language.ENGLISH.tag(), index);
    CalibrationQuestion.in(Language.ENGLISH.tag())
        .forEach(question -> english.ask(question, Language.ENGLISH, false, true));
    var spanish = new CalibrationSet(Language.SPANISH.tag(), index);
    CalibrationQuestion.in(Language.SPANISH.tag())
        .forEach(question -> spanish.ask(question, Language.SPANISH, false, true));
    CalibrationQuestion.in("cross")
        .forEach(question -> spanish.ask(question, Language.SPANISH, false, false));
    var cross = new CalibrationSet("cross", index);
    CalibrationQuestion.in("cross")
        .forEach(question -> cross.ask(question, Language.SPANISH, true, true));
    CalibrationQuestion.in(Language.SPANISH.tag()).stream()
        .filter(question -> !question.answerable())
        .forEach(question -> cross.ask(question, Language.SPANISH, true, true));
    return List.of(english, spanish, cross);
  }

  String name() {
    return name;
  }

  boolean readsEnglish() {
    return name.equals(Language.ENGLISH.tag());
  }

  /// Fits to all questions, and counts what is decided rightly by a fit to the others: five
  /// folds by question.
  Fit fit() {
    List<Asked> shuffled = new ArrayList<>(asked);
    Collections.shuffle(shuffled, new Random(SEED));
    int right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Asked> seen = new ArrayList<>();
      List<Asked> held = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        (i % FOLDS == fold ? held : seen).add(shuffled.get(i));
      }
      LogisticRegression fitted = fitted(seen);
      right += (int) held.stream().filter(one -> decidesRightly(one, fitted)).count();
    }
    return new Fit(asked.size(), (double) right / asked.size(), fitted(asked));
  }

  /// The share of all questions that given weights decide rightly.
  double accuracy(LogisticRegression fitted) {
    return (double) asked.stream().filter(one -> decidesRightly(one, fitted)).count()
        / asked.size();
  }

  private void ask(
      CalibrationQuestion question, Language language, boolean other, boolean answers) {
    List<SearchHit> hits = index
        .search(
            SearchRequest.of(question.text(), language, VALID).withFloor(false).withLimit(200))
        .stream()
        .filter(hit -> hit.otherLanguage() == other)
        .limit(LOOKED_AT)
        .toList();
    asked.add(new Asked(question, answers && question.answerable(), hits));
  }

  private boolean decidesRightly(Asked one, LogisticRegression fitted) {
    boolean found = one.hits().stream()
        .anyMatch(hit -> fitted.probability(features(hit)) >= PassageSearch.FLOOR);
    return found == one.answerable();
  }

  private LogisticRegression fitted(List<Asked> from) {
    List<Example> examples = new ArrayList<>();
    from.forEach(one -> addExamples(one, examples));
    return LogisticRegression.fit(examples, PENALTY);
  }

  /// Passages that answer count as such; other passages of their article are not judged;
  /// passages of other articles, and all that are found for a question without an answer, do
  /// not answer.
  private void addExamples(Asked one, List<Example> examples) {
    for (SearchHit hit : one.hits()) {
      boolean answers =
          one.answerable() && one.question().passages().contains(hit.passage().id());
      boolean unjudged = one.answerable()
          && !answers
          && one.question().answeredBy(hit.passage().articleId());
      if (!unjudged) {
        examples.add(new Example(features(hit), answers, answers ? 1.5 : 0.5));
      }
    }
  }

  private double[] features(SearchHit hit) {
    Explanation why = hit.explanation();
    return readsEnglish()
        ? new double[] {why.english(), why.bilingual(), why.coverage()}
        : new double[] {why.bilingual(), why.coverage()};
  }
}
