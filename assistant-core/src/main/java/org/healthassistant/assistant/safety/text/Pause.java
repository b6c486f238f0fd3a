package org.healthassistant.assistant.safety.text;

/// What stands before a word.
enum Pause {
  /// Nothing, or a space.
  NONE,
  /// A comma, a colon, a bracket, a dash, a picture or a new line: a new clause of the same
  /// sentence.
  SOFT,
  /// A full stop, a question or exclamation mark, or a semicolon.
  HARD;

  Pause and(Pause other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
