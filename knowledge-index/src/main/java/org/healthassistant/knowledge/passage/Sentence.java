package org.healthassistant.knowledge.passage;

/// One sentence of a passage.
///
/// @param text the sentence as written
/// @param start where it begins in the passage's text, in UTF-16 units
/// @param end where it ends, exclusive
/// @param bilingual the bilingual encoder's vector, made at release time; empty for a sentence of
/// an answer, which is shown whole; do not change it
public record Sentence(String text, int start, int end, float[] bilingual) {
  /// Checks the offsets.
  public Sentence {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "sentence offsets must be ordered, got " + start + " to " + end);
    }
  }
}
