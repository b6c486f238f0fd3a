package org.healthassistant.assistant.safety.text;

/// A word of one of the messages read, with what it may stand for.
///
/// @param message which of the messages, counted from 0
/// @param word the word, with its place in that message
/// @param candidates the vocabulary's ids for it, empty when it means nothing to the lexicon
/// @param seam whether it begins a message other than the first
@SuppressWarnings("ArrayRecordComponent")
record Token(int message, Word word, int[] candidates, boolean seam) {

  @Override
  public String toString() {
    return "Token[" + message + ", " + word + "]";
  }
}
