package org.healthassistant.assistant.answer.grounding;

/// When evidence supports a sentence that is not its own, set by hand on the cases of
/// `GroundingCheckTest`.
///
/// @param leastShared the share of a sentence's content words that the evidence must have
/// @param beside words to either side within which a direction belongs to a word
record SupportLimits(double leastShared, int beside) {

  static final SupportLimits BUILT_IN = new SupportLimits(0.6, 4);
}
