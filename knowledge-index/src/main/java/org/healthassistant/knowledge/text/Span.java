package org.healthassistant.knowledge.text;

/// A part of a text.
///
/// @param start where it begins, in UTF-16 units
/// @param end where it ends, exclusive
public record Span(int start, int end) {
  /// The characters of the part.
  public String in(String text) {
    return text.substring(start, end);
  }
}
