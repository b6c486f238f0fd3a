package org.healthassistant.knowledge.passage;

/// A question's vectors, taken once by the caller and used for whatever needs them.
///
/// @param english the English encoder's vector of the whole question
/// @param bilingual the bilingual encoder's vector of the whole question
public record QuestionVectors(float[] english, float[] bilingual) {
  /// Copies the vectors, so that later changes by the caller are not seen.
  public QuestionVectors {
    english = english.clone();
    bilingual = bilingual.clone();
  }

  @Override
  public String toString() {
    return "QuestionVectors[REDACTED]";
  }
}
