package org.healthassistant.assistant.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.healthassistant.knowledge.text.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/// The corridor's own fixed sentences, English and Spanish; data in `turn/wording_*.properties`.
final class TurnWording {

  private final Map<Language, Properties> byLanguage = Language.each(TurnWording::read);

  /// The sentence of that key; English for a language we do not have.
  String get(String key, Language language) {
    Properties words = language.pick(byLanguage);
    return Objects.requireNonNull(
        Objects.requireNonNull(words).getProperty(key), () -> "no wording has key " + key);
  }

  private static Properties read(Language language) {
    String name = "/turn/wording_" + language + ".properties";
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
