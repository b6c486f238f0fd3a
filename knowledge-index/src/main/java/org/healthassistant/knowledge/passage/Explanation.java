package org.healthassistant.knowledge.passage;

import java.util.EnumMap;
import java.util.Map;

/// What a hit's rank and score were made of.
///
/// @param bm25 the lexical score, 0 or more, 0 when no word matched
/// @param english cosine to the English encoder's vector, 0 where the passage has none
/// @param bilingual cosine to the bilingual encoder's vector
/// @param coverage the share of the question's weight of words that the passage holds, 0 to 1
/// @param fused the fused value by which hits of one language were ordered, 0 to 1
/// @param features all that was measured; every feature has a value
public record Explanation(
    double bm25,
    double english,
    double bilingual,
    double coverage,
    double fused,
    Map<Feature, Double> features) {
  /// Copies the map; a feature that is missing is 0.
  public Explanation {
    Map<Feature, Double> all = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      all.put(feature, features.getOrDefault(feature, 0.0));
    }
    features = Map.copyOf(all);
  }

  /// The explanation by its features.
  public static Explanation of(Map<Feature, Double> features) {
    return new Explanation(
        features.getOrDefault(Feature.BM25, 0.0),
        features.getOrDefault(Feature.ENGLISH_TEXT, 0.0),
        features.getOrDefault(Feature.BILINGUAL_TEXT, 0.0),
        features.getOrDefault(Feature.COVERED, 0.0),
        features.getOrDefault(Feature.FUSED, 0.0),
        features);
  }
}
