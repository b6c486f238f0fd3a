package org.healthassistant.evaluation.train;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.healthassistant.evaluation.triage.Share;
import org.healthassistant.knowledge.search.Ranker;

/// What comes of questions by a formula and a floor.
///
/// @param right answered rightly, of the questions that the library answers
/// @param wrong answered wrongly, of those
/// @param declined declined, of the questions that it does not answer
record Choice(Share right, Share wrong, Share declined) {

  /// The best passage for a question.
  ///
  /// @param score its probability
  /// @param isRight whether it answers
  /// @param answerable whether any does
  record Seen(double score, boolean isRight, boolean answerable) {

    static Seen by(Ranker.Formula formula, Candidates one) {
      Optional<Candidates.Found> best = one.found().stream()
          .max(Comparator.comparingDouble(found -> formula.probability(found.features())));
      return new Seen(
          best.map(found -> formula.probability(found.features())).orElse(0.0),
          best.map(found -> one.question().right().contains(found.id())).orElse(false),
          !one.question().right().isEmpty());
    }
  }

  /// What a wrong answer costs, or one to a question that has none, of what a right one is worth:
  /// what comes near helps too.
  private static final double COST = 0.45;

  /// The probability from which answering is worth more than declining. It holds since the
  /// probabilities are calibrated; a floor fitted to some hundred questions moves with them.
  static final double FLOOR = COST / (1 + COST);

  /// What comes of all of some questions.
  static Choice all(List<Seen> seen) {
    List<Seen> answerable = seen.stream().filter(Seen::answerable).toList();
    List<Seen> others = seen.stream().filter(one -> !one.answerable()).toList();
    return new Choice(
        share(answerable, one -> one.score() >= FLOOR && one.isRight()),
        share(answerable, one -> one.score() >= FLOOR && !one.isRight()),
        share(others, one -> one.score() < FLOOR));
  }

  private static Share share(List<Seen> seen, java.util.function.Predicate<Seen> wanted) {
    return Share.of((int) seen.stream().filter(wanted).count(), seen.size());
  }

  /// In words and numbers.
  String told() {
    return "right " + right + ", wrong " + wrong + "; declined where there is none " + declined;
  }
}
