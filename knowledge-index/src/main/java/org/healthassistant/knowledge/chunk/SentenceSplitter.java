package org.healthassistant.knowledge.chunk;

import java.util.List;

/// Splits a text into sentences.
public final class SentenceSplitter {
  private SentenceSplitter() {}

  /// The sentences of a text in order, without the white space around them; blank ones are left
  /// out.
  ///
  /// @param language `en` or `es`; others are read by the rules of English
  public static List<Span> split(String text, String language) {
    throw new UnsupportedOperationException();
  }
}
