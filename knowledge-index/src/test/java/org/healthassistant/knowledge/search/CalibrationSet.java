package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.healthassistant.knowledge.StarterIndex;
import org.healthassistant.knowledge.passage.Explanation;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;

/// The questions of one set of coefficients with the hits that are found for each, whatever their
/// score.
final class CalibrationSet {
  static final long SEED = 20261124;
  private static final int LOOKED_AT = 5;
  private static final int FOLDS = 5;

  private final String name;
  private final List<Asked> asked = new ArrayList<>();

  private record Asked(CalibrationQuestion question, boolean answerable, List<SearchHit> hits) {}

  private CalibrationSet(String name) {
    this.name = name;
  }

  /// English; Spanish, where questions that only English articles answer have no answer; and
  /// Spanish
  /// questions over English articles.
  static List<CalibrationSet> all() {
    CalibrationSet english = new CalibrationSet("en");
    CalibrationQuestion.in("en")
        .forEach(question -> english.ask(question, Language.ENGLISH, false, true));
    CalibrationSet spanish = new CalibrationSet("es");
    CalibrationQuestion.in("es")
        .forEach(question -> spanish.ask(question, Language.SPANISH, false, true));
    CalibrationQuestion.in("cross")
        .forEach(question -> spanish.ask(question, Language.SPANISH, false, false));
    CalibrationSet cross = new CalibrationSet("cross");
    CalibrationQuestion.in("cross")
        .forEach(question -> cross.ask(question, Language.SPANISH, true, true));
    CalibrationQuestion.in("es").stream()
        .filter(question -> !question.answerable())
        .forEach(question -> cross.ask(question, Language.SPANISH, true, true));
    return List.of(english, spanish, cross);
  }

  String name() {
    return name;
  }

  private void ask(
      CalibrationQuestion question, Language language, boolean other, boolean answers) {
    List<SearchHit> hits = StarterIndex.INDEX
        .search(SearchRequest.of(question.text(), language, StarterIndex.TODAY)
            .withFloor(false)
            .withLimit(200))
        .stream()
        .filter(hit -> hit.otherLanguage() == other)
        .limit(LOOKED_AT)
        .toList();
    asked.add(new Asked(question, answers && question.answerable(), hits));
  }

  /// Fitted on all questions, with the accuracy on questions left out.
  Calibration.Coefficients fit() {
    return coefficients(asked, heldOutAccuracy());
  }

  /// The share of the questions that are decided rightly by coefficients which were fitted without
  /// them: five folds by question, shuffled by [#SEED].
  double heldOutAccuracy() {
    List<Asked> shuffled = new ArrayList<>(asked);
    Collections.shuffle(shuffled, new Random(SEED));
    int right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Asked> seen = new ArrayList<>();
      List<Asked> held = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        (i % FOLDS == fold ? held : seen).add(shuffled.get(i));
      }
      Calibration.Coefficients fitted = coefficients(seen, 0);
      right += (int) held.stream().filter(one -> decidesRightly(one, fitted)).count();
    }
    return round((double) right / asked.size());
  }

  /// The share of the questions that given coefficients decide rightly.
  double accuracy(Calibration.Coefficients coefficients) {
    return (double)
            asked.stream().filter(one -> decidesRightly(one, coefficients)).count()
        / asked.size();
  }

  List<String> wrong(Calibration.Coefficients coefficients) {
    return asked.stream()
        .filter(one -> !decidesRightly(one, coefficients))
        .map(one -> (one.answerable() ? "missed: " : "found: ") + one.question().text())
        .toList();
  }

  private boolean decidesRightly(Asked one, Calibration.Coefficients coefficients) {
    boolean found =
        one.hits().stream().anyMatch(hit -> score(hit, coefficients) >= PassageSearch.FLOOR);
    return found == one.answerable();
  }

  private static double score(SearchHit hit, Calibration.Coefficients coefficients) {
    Explanation why = hit.explanation();
    return coefficients.score(why.english(), why.bilingual(), why.coverage());
  }

  private Calibration.Coefficients coefficients(List<Asked> from, double heldOut) {
    boolean readsEnglish = name.equals("en");
    List<LogisticFit.Row> rows = new ArrayList<>();
    from.forEach(one -> addRows(one, rows, readsEnglish));
    double[] weights = LogisticFit.fit(rows, readsEnglish ? 3 : 2);
    int next = 1;
    return new Calibration.Coefficients(
        from.size(),
        round(heldOut),
        round(weights[0]),
        readsEnglish ? round(weights[next++]) : 0,
        round(weights[next++]),
        round(weights[next]));
  }

  /// Passages that answer count as such; other passages of their article are not judged; passages
  /// of
  /// other articles, and all that are found for a question without an answer, do not answer.
  private static void addRows(Asked one, List<LogisticFit.Row> rows, boolean readsEnglish) {
    for (SearchHit hit : one.hits()) {
      boolean answers =
          one.answerable() && one.question().passages().contains(hit.passage().id());
      boolean unjudged = one.answerable()
          && !answers
          && one.question().ofRightArticle(hit.passage().articleId());
      if (!unjudged) {
        Explanation why = hit.explanation();
        double[] features = readsEnglish
            ? new double[] {why.english(), why.bilingual(), why.coverage()}
            : new double[] {why.bilingual(), why.coverage()};
        rows.add(new LogisticFit.Row(features, answers, one.answerable() && answers ? 1.5 : 0.5));
      }
    }
  }

  private static double round(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }
}
