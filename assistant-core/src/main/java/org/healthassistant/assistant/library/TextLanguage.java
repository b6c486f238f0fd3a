package org.healthassistant.assistant.library;

import java.util.Optional;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.springframework.stereotype.Component;

/// Reads in which of our languages a text is written.
@Component
public class TextLanguage {

  TextLanguage() {}

  /// `en` or `es` by function words and letters; empty when the text does not tell.
  public Optional<String> of(String text) {
    return LanguageDetector.read(text);
  }
}
