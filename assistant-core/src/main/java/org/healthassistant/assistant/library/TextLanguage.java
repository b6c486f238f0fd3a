package org.healthassistant.assistant.library;

import java.util.Optional;
import org.healthassistant.knowledge.analysis.LanguageDetector;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Reads in which of our languages a text is written.
@Component
public class TextLanguage {

  TextLanguage() {}

  /// Detects the language by function words and letters; empty when the text does not tell.
  public Optional<Language> detect(String text) {
    return LanguageDetector.detect(text);
  }
}
