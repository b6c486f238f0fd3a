package org.healthassistant.knowledge.passage;

/// What a hit's rank and score were made of.
///
/// @param bm25 the lexical score, 0 or more, 0 when no word matched
/// @param english cosine to the English encoder's vector, 0 where the passage has none
/// @param bilingual cosine to the bilingual encoder's vector
/// @param coverage the share of the question's weight of words that the passage holds, 0 to 1
/// @param fused the fused value by which hits of one language were ordered, 0 to 1
public record Explanation(
    double bm25, double english, double bilingual, double coverage, double fused) {}
