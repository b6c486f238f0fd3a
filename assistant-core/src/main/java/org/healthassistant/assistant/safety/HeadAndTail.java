package org.healthassistant.assistant.safety;

import java.util.List;

/// A text in parts short enough to be read: itself, or when it is too long its beginning and its
/// end.
///
/// @param parts in order, none longer than the limit
record HeadAndTail(List<Part> parts) {

  /// @param text a part of the text
  /// @param offset where the part begins in the whole
  record Part(String text, int offset) {}

  HeadAndTail(String text, int limit) {
    this(
        text.length() <= limit
            ? List.of(new Part(text, 0))
            : List.of(
                new Part(text.substring(0, limit), 0),
                new Part(text.substring(text.length() - limit), text.length() - limit)));
  }
}
