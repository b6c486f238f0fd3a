package org.healthassistant.evaluation.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The measures of one question's ranking, as trec_eval reckons them.
///
/// @param ndcg10 nDCG over the first ten: linear gain (the grade itself), discount `log2(rank +
///     1)`, ideal order over all judged documents; 0 to 1
/// @param recall100 the share of the relevant documents (grade 1 and above) among the first
///     hundred; 0 to 1
/// @param reciprocalRank10 one over the rank of the first relevant document, 0 when none is among
///     the first ten
public record Measures(double ndcg10, double recall100, double reciprocalRank10) {

  private static final int TEN = 10;
  private static final int HUNDRED = 100;

  /// Measures one ranking.
  ///
  /// @param ranking document ids, best first, no id twice
  /// @param judgements document id to grade; what is not judged counts as not relevant, and a
  ///     question without a relevant document scores 0 throughout
  public static Measures of(List<String> ranking, Map<String, Integer> judgements) {
    return new Measures(
        ndcg(ranking, judgements), recall(ranking, judgements), reciprocal(ranking, judgements));
  }

  private static double ndcg(List<String> ranking, Map<String, Integer> judgements) {
    var grades = ranking.stream().limit(TEN).map(id -> grade(judgements, id)).toList();
    var ideal = judgements.values().stream()
        .map(grade -> Math.max(0, grade))
        .sorted(Comparator.reverseOrder())
        .limit(TEN)
        .toList();
    double best = gain(ideal);
    return best == 0 ? 0 : gain(grades) / best;
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int rank = 1; rank <= grades.size(); rank++) {
      sum += grades.get(rank - 1) * Math.log(2) / Math.log(rank + 1.0);
    }
    return sum;
  }

  private static double recall(List<String> ranking, Map<String, Integer> judgements) {
    long relevant = judgements.values().stream().filter(grade -> grade > 0).count();
    long found =
        ranking.stream().limit(HUNDRED).filter(id -> grade(judgements, id) > 0).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  private static double reciprocal(List<String> ranking, Map<String, Integer> judgements) {
    for (int rank = 1; rank <= Math.min(TEN, ranking.size()); rank++) {
      if (grade(judgements, ranking.get(rank - 1)) > 0) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  private static int grade(Map<String, Integer> judgements, String id) {
    return Math.max(0, judgements.getOrDefault(id, 0));
  }
}
