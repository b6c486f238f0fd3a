package org.healthassistant.assistant.safety.text;

/// One place where a concept stands.
///
/// @param concept the concept's number in the [Lexicon]
/// @param first its first word
/// @param end the word just behind its last
public record Hit(int concept, int first, int end) {

  /// Whether the two share a word.
  public boolean overlaps(Hit other) {
    return first < other.end && other.first < end;
  }
}
