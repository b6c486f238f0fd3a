package org.healthassistant.knowledge.article;

/// A sentence of an answer for those to whom it applies.
///
/// @param condition for whom
/// @param sentence one whole sentence, as written
public record Conditional(Condition condition, String sentence) {}
