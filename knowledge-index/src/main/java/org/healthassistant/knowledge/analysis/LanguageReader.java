package org.healthassistant.knowledge.analysis;

import java.util.Optional;

/// Reads whether a text is English or Spanish, from function words and letters.
public final class LanguageReader {
  private LanguageReader() {}

  /// The language of a text, `en` or `es`; empty when there is too little to tell or both are as
  /// strong.
  public static Optional<String> read(String text) {
    throw new UnsupportedOperationException();
  }
}
