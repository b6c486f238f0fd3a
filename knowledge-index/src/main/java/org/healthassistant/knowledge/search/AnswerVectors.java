package org.healthassistant.knowledge.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.VectorUtil;
import org.healthassistant.knowledge.release.RoundedVector;
import org.jspecify.annotations.Nullable;

/// The vectors of passages by one encoder: each has one of its text, an answer others of its
/// question and wordings. Texts are looked at one by one: exact, and up to a measured number
/// faster than a graph.
final class AnswerVectors {
  private static final int REFINED = 150;

  private final List<float @Nullable []> texts;
  private final List<List<RoundedVector>> asked;
  private final double alike;

  /// @param asked of each passage those of its question and then its wordings; may be empty
  /// @param alike the cosine from which a wording counts as much as the text
  AnswerVectors(List<float @Nullable []> texts, List<List<RoundedVector>> asked, double alike) {
    this.texts = texts;
    this.asked = asked;
    this.alike = alike;
  }

  /// The vectors of texts that answer no question of their own.
  static AnswerVectors ofTexts(List<float[]> rows) {
    return new AnswerVectors(
        List.copyOf(rows), java.util.Collections.nCopies(rows.size(), List.of()), 1);
  }

  /// A passage's vector, or that of one of its questions and wordings; null where there is none.
  ///
  /// @param wording its place among the passage's own; -1 for the text
  float @Nullable [] row(int passage, int wording) {
    if (wording < 0) {
      return texts.get(passage);
    }
    return wording < asked.get(passage).size() ? asked.get(passage).get(wording).floats() : null;
  }

  /// How many texts there are: each is looked at, the wordings of the nearest alone.
  long size() {
    return texts.size();
  }

  /// The cosine to a passage's text; 0 where it has no vector.
  double text(float[] question, int passage) {
    return cosine(question, texts.get(passage));
  }

  /// The cosine to a passage's question; 0 where it has none.
  double question(float[] question, int passage) {
    List<RoundedVector> rows = asked.get(passage);
    return rows.isEmpty() ? 0 : rows.getFirst().cosine(RoundedVector.of(question));
  }

  /// The cosine to a passage's nearest wording; 0 where it has none.
  double wording(float[] question, int passage) {
    List<RoundedVector> rows = asked.get(passage);
    RoundedVector rounded = RoundedVector.of(question);
    double best = 0;
    for (int i = 1; i < rows.size(); i++) {
      best = Math.max(best, rounded.cosine(rows.get(i)));
    }
    return best;
  }

  /// How the wordings of some passages stand to a question.
  ///
  /// @param article the id of a passage's article
  NearWordings wordings(float[] question, BitSet among, IntFunction<String> article) {
    return new NearWordings(asked, question, among, article);
  }

  /// How near a passage is: as near as its text, or as its question or a wording that says the
  /// same as what is asked.
  double nearness(float[] question, int passage) {
    return nearness(question, RoundedVector.of(question), passage);
  }

  private double nearness(float[] question, RoundedVector rounded, int passage) {
    double near = text(question, passage);
    for (RoundedVector row : asked.get(passage)) {
      double cosine = rounded.cosine(row);
      if (cosine >= alike) {
        near = Math.max(near, cosine);
      }
    }
    return near;
  }

  /// The nearest of some passages by their texts, nearest first.
  List<Scored> nearest(float[] question, BitSet among, int depth) {
    return nearest(question, among, depth, List.of());
  }

  /// The nearest of some passages, nearest first: all are measured by their texts, and by their
  /// questions and wordings too those that come near or are looked at for another reason.
  List<Scored> nearest(float[] question, BitSet among, int depth, List<Scored> lookedAt) {
    PriorityQueue<Scored> best = new PriorityQueue<>(Scored.BEST_FIRST.reversed());
    for (int passage = 0; passage < texts.size(); passage++) {
      if (among.get(passage) && texts.get(passage) != null) {
        Scored hit = new Scored(passage, text(question, passage));
        if (best.size() < depth) {
          best.add(hit);
        } else if (Scored.BEST_FIRST.compare(hit, best.peek()) < 0) {
          best.poll();
          best.add(hit);
        }
      }
    }
    List<Scored> byText = best.stream().sorted(Scored.BEST_FIRST).toList();
    Map<Integer, Double> near = new LinkedHashMap<>();
    RoundedVector rounded = RoundedVector.of(question);
    byText.forEach(hit -> near.put(hit.doc(), hit.score()));
    byText.stream().limit(REFINED).forEach(hit -> refine(question, rounded, hit.doc(), near));
    lookedAt.stream().limit(REFINED).forEach(hit -> refine(question, rounded, hit.doc(), near));
    return near.entrySet().stream()
        .map(entry -> new Scored(entry.getKey(), entry.getValue()))
        .sorted(Scored.BEST_FIRST)
        .limit(depth)
        .toList();
  }

  private void refine(
      float[] question, RoundedVector rounded, int passage, Map<Integer, Double> near) {
    if (texts.get(passage) != null && !asked.get(passage).isEmpty()) {
      near.put(passage, nearness(question, rounded, passage));
    }
  }

  private static double cosine(float[] question, float @Nullable [] vector) {
    return vector == null || vector.length != question.length
        ? 0
        : VectorUtil.dotProduct(question, vector);
  }
}
