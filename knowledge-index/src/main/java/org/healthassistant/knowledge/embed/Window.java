package org.healthassistant.knowledge.embed;

/// A piece of a message.
///
/// @param text the piece as written
/// @param start where it begins in the message, in UTF-16 units
/// @param end where it ends, exclusive
public record Window(String text, int start, int end) {
  @Override
  public String toString() {
    return "Window[text=[REDACTED], start=" + start + ", end=" + end + "]";
  }
}
