package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Merges rankings of one question by a weighted sum of their scores.
///
/// Scores of each ranking are first stretched to lie between 0 and 1 (its best hit 1, its worst
/// 0; a ranking of one hit, or of equal ones, counts as 1). A document missing from a ranking
/// earns 0 there. Equal totals are ordered by the documents' numbers.
final class Fusion {
  /// One ranking and its share.
  record Ranking(List<Scored> hits, double weight) {}

  private Fusion() {}

  static List<Scored> merge(List<Ranking> rankings) {
    Map<Integer, Double> sums = new HashMap<>();
    for (Ranking ranking : rankings) {
      if (ranking.weight() > 0) {
        add(ranking, sums);
      }
    }
    List<Scored> merged = new ArrayList<>();
    sums.forEach((doc, sum) -> merged.add(new Scored(doc, sum)));
    merged.sort(Scored.BEST_FIRST);
    return merged;
  }

  private static void add(Ranking ranking, Map<Integer, Double> sums) {
    double best = Double.NEGATIVE_INFINITY;
    double worst = Double.POSITIVE_INFINITY;
    for (Scored hit : ranking.hits()) {
      best = Math.max(best, hit.score());
      worst = Math.min(worst, hit.score());
    }
    for (Scored hit : ranking.hits()) {
      double stretched = best > worst ? (hit.score() - worst) / (best - worst) : 1;
      sums.merge(hit.doc(), ranking.weight() * stretched, Double::sum);
    }
  }
}
