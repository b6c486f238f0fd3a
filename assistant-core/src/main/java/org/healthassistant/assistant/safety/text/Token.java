package org.healthassistant.assistant.safety.text;

/// A word of one of the messages read, with what it may stand for.
///
/// @param message which of the messages, counted from 0
/// @param word the word, with its place in that message
/// @param candidates the vocabulary's ids for it, empty when it means nothing to the lexicon
/// @param seam whether it begins a message other than the first
@SuppressWarnings("ArrayRecordComponent")
record Token(int message, Word word, int[] candidates, boolean seam) {

  /// The same word as if its message had not begun with it.
  Token runOn() {
    return seam ? new Token(message, word, candidates, false) : this;
  }

  /// The same word after what stood before it was dropped.
  ///
  /// @param pause the longest pause among what was dropped
  /// @param begins whether its message began with what was dropped
  Token after(Pause pause, boolean begins) {
    var moved = new Word(word.form(), word.start(), word.end(), word.before().and(pause));
    return new Token(message, moved, candidates, seam || begins);
  }

  @Override
  public String toString() {
    return "Token[" + message + ", " + word + "]";
  }
}
