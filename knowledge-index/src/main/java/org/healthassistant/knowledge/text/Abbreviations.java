package org.healthassistant.knowledge.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.data.DataFile;

/// Short forms whose period does not end a sentence, by language (`abbreviations.yaml`).
final class Abbreviations {
  private static final Map<String, Set<String>> BY_LANGUAGE =
      DataFile.read(Abbreviations.class, "abbreviations.yaml", File.class)
          .languages()
          .entrySet()
          .stream()
          .collect(Collectors.toUnmodifiableMap(
              Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));

  record File(Map<String, List<String>> languages) {}

  private Abbreviations() {}

  /// Whether a word, written without its last period, is a short form or a single letter.
  static boolean contain(String word, String language) {
    Set<String> known =
        BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.getOrDefault("en", Set.of()));
    return known.contains(word.toLowerCase(Locale.ROOT));
  }
}
