package org.healthassistant.assistant.safety.text;

/// One place where a concept stands.
///
/// @param concept the concept's number in the [Lexicon]
/// @param first its first word
/// @param end the word just behind its last
public record Hit(int concept, int first, int end) {}
