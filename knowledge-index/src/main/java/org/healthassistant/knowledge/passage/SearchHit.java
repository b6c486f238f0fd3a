package org.healthassistant.knowledge.passage;

/// One passage that was found.
///
/// @param passage what was found
/// @param score how likely the passage answers the question, calibrated, 0 to 1; 0.5 is the floor
/// @param otherLanguage whether the passage is not in the asker's language
/// @param explanation what the score was made of
public record SearchHit(
    Passage passage, double score, boolean otherLanguage, Explanation explanation) {
  /// The score from which a hit is good enough.
  public static final double FLOOR = 0.5;

  /// Whether the passage is likelier to answer than not.
  public boolean isGoodEnough() {
    return score >= FLOOR;
  }
}
