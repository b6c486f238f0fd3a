package org.healthassistant.assistant.safety.meaning;

/// A part of what a patient wrote that the classifier reads by itself.
///
/// @param kind what part it is
/// @param start where it begins in the message to decide on, in UTF-16 units; of what stands in
///     earlier messages only, 0
/// @param end where it ends there
/// @param text its canonical form; never blank
public record Part(Kind kind, int start, int end, String text) {

  /// What part of a message it is.
  public enum Kind {
    /// The whole message, or one of the pieces that a long one is cut into.
    WHOLE,
    /// The same without greetings, courtesies and general questions; that with its slips of
    /// spelling mended; and a message of which few words are left without them, as it stands.
    BARE,
    /// Some sentences or clauses of it; or all of it, where it is a fragment of a few words.
    WINDOW,
    /// The message behind earlier ones.
    JOINED,
    /// Those earlier ones alone: what they say by themselves is no news.
    EARLIER
  }

  @Override
  public String toString() {
    return "Part[" + kind + ", " + start + ".." + end + ", REDACTED]";
  }
}
