package org.healthassistant.knowledge.analysis;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.data.DataFile;

/// Reads whether a text is English or Spanish, from its function words and letters.
///
/// Each word of one language's list counts one for it (`languages.yaml`); a word with a Spanish
/// letter
/// and each inverted mark counts one for Spanish. Only the first 4,000 characters are read.
public final class LanguageReader {
  private static final int READ = 4_000;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'’]+");
  private static final Pattern ACCENTED = Pattern.compile("[ñáéíóúü]");
  private static final Set<String> ENGLISH;
  private static final Set<String> SPANISH;

  static {
    Words words = DataFile.read(LanguageReader.class, "languages.yaml", Words.class);
    ENGLISH = Set.copyOf(words.en());
    SPANISH = Set.copyOf(words.es());
  }

  record Words(List<String> en, List<String> es) {}

  private LanguageReader() {}

  /// The language of a text, `en` or `es`; empty when there is too little to tell or both are as
  /// strong.
  public static Optional<String> read(String text) {
    String start = text.substring(0, Math.min(text.length(), READ)).toLowerCase(Locale.ROOT);
    String composed = Normalizer.normalize(start, Normalizer.Form.NFC);
    int english = 0;
    int spanish =
        (int) composed.chars().filter(letter -> letter == '¿' || letter == '¡').count();
    for (String word : BETWEEN_WORDS.split(composed)) {
      String plain = plain(word);
      if (ENGLISH.contains(plain)) {
        english++;
      }
      if (SPANISH.contains(plain) || ACCENTED.matcher(word).find()) {
        spanish++;
      }
    }
    if (english == spanish) {
      return Optional.empty();
    }
    return Optional.of(english > spanish ? "en" : "es");
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\\p{M}'’]", "");
  }
}
