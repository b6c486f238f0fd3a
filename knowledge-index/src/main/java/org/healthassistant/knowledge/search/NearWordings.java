package org.healthassistant.knowledge.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.apache.lucene.util.BitSet;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.release.RoundedVector;

/// How the questions and wordings of all answers stand to one question: where one answer's best
/// comes among those of all, and whose the nearest are. A single cosine says little, since short
/// wordings are near to everything; that all the nearest belong to one answer says much.
final class NearWordings {
  private static final int NEAREST = 30;
  private static final int AVERAGED = 3;

  private final List<List<RoundedVector>> asked;
  private final RoundedVector question;
  private final Map<Integer, Double> best = new HashMap<>();
  private final Map<Integer, Double> votes = new HashMap<>();
  private final double[] sorted;
  private final IntFunction<String> article;
  private final Map<String, Integer> articles = new HashMap<>();
  private final int nearest;

  /// @param asked of each passage the vectors of its question and wordings; may be empty
  /// @param among the passages that are looked at
  /// @param article the id of a passage's article
  NearWordings(
      List<List<RoundedVector>> asked,
      float[] question,
      BitSet among,
      IntFunction<String> article) {
    this.asked = asked;
    this.article = article;
    this.question = RoundedVector.of(question);
    PriorityQueue<Scored> near = new PriorityQueue<>(Comparator.comparingDouble(Scored::score));
    for (int passage = 0; passage < asked.size(); passage++) {
      if (among.get(passage)) {
        look(passage, near);
      }
    }
    this.sorted =
        best.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    this.nearest = near.size();
    while (!near.isEmpty()) {
      double vote = 1.0 / near.size();
      int passage = near.remove().doc();
      votes.merge(passage, vote, Double::sum);
      articles.merge(article.apply(passage), 1, Integer::sum);
    }
  }

  private void look(int passage, PriorityQueue<Scored> near) {
    for (RoundedVector row : asked.get(passage)) {
      double cosine = question.cosine(row);
      best.merge(passage, cosine, Math::max);
      near.add(new Scored(passage, cosine));
      if (near.size() > NEAREST) {
        near.poll();
      }
    }
  }

  /// 1 divided by the place of a passage's best among those of all, from 1; 0 where it has none.
  double place(int passage) {
    Double own = best.get(passage);
    if (own == null) {
      return 0;
    }
    int at = Arrays.binarySearch(sorted, own);
    int after = at;
    while (after + 1 < sorted.length && sorted[after + 1] <= own) {
      after++;
    }
    return 1.0 / (sorted.length - after);
  }

  /// How far a passage's best is behind the best of all, 0 or less; -1 where it has none.
  double behind(int passage) {
    Double own = best.get(passage);
    return own == null ? -1 : own - sorted[sorted.length - 1];
  }

  /// Of the nearest wordings, those of a passage, each 1 divided by its place.
  double votes(int passage) {
    return votes.getOrDefault(passage, 0.0);
  }

  /// The share of the nearest wordings that belongs to a passage's article.
  double share(int passage) {
    return nearest == 0 ? 0 : articles.getOrDefault(article.apply(passage), 0) / (double) nearest;
  }

  /// Adds all of these to what was measured of a passage.
  void measure(int passage, Map<Feature, Double> features) {
    features.put(Feature.BILINGUAL_WORDINGS, mean(passage));
    features.put(Feature.WORDING_BEHIND, behind(passage));
    features.put(Feature.WORDING_VOTES, votes(passage));
    features.put(Feature.WORDING_ARTICLE, share(passage));
    features.put(Feature.RANK_WORDING, place(passage));
  }

  /// The mean cosine of a passage's best three; 0 where it has none.
  double mean(int passage) {
    return asked.get(passage).stream()
        .mapToDouble(question::cosine)
        .map(cosine -> -cosine)
        .sorted()
        .limit(AVERAGED)
        .map(cosine -> -cosine)
        .average()
        .orElse(0);
  }
}
