package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Vectors in memory, searched one by one: exact, and at this size faster than a graph.
final class VectorTable {
  private final List<float @Nullable []> rows;

  VectorTable(List<float @Nullable []> rows) {
    this.rows = rows;
  }

  /// The cosine to a row; 0 where it has no vector.
  double cosine(float[] question, int row) {
    float[] vector = rows.get(row);
    return vector == null || vector.length != question.length
        ? 0
        : VectorUtil.dotProduct(question, vector);
  }

  /// The nearest of some rows, nearest first.
  List<Scored> nearest(float[] question, BitSet among, int depth) {
    PriorityQueue<Scored> best = new PriorityQueue<>(Scored.BEST_FIRST.reversed());
    for (int row = 0; row < rows.size(); row++) {
      float[] vector = rows.get(row);
      if (vector != null && among.get(row)) {
        Scored hit = new Scored(row, VectorUtil.dotProduct(question, vector));
        if (best.size() < depth) {
          best.add(hit);
        } else if (Scored.BEST_FIRST.compare(hit, best.peek()) < 0) {
          best.poll();
          best.add(hit);
        }
      }
    }
    List<Scored> hits = new ArrayList<>(best);
    hits.sort(Scored.BEST_FIRST);
    return hits;
  }
}
