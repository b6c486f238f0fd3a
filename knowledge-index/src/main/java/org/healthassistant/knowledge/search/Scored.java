package org.healthassistant.knowledge.search;

import java.util.Comparator;

/// A document's number in the index with a score.
record Scored(int doc, double score) {
  /// Best first; equal scores by number.
  static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::doc);
}
