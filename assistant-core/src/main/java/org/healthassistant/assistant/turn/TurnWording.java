package org.healthassistant.assistant.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/// The corridor's own fixed sentences, English and Spanish; data in `turn/wording_*.properties`.
final class TurnWording {

  private final Map<String, Properties> byLanguage = Map.of("en", read("en"), "es", read("es"));

  /// The sentence of that key; English for a language we do not have.
  String get(String key, String language) {
    Properties words = byLanguage.getOrDefault(language, byLanguage.get("en"));
    return Objects.requireNonNull(
        Objects.requireNonNull(words).getProperty(key), () -> "no wording has key " + key);
  }

  private static Properties read(String language) {
    String name = "/turn/wording_" + language + ".properties";
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
