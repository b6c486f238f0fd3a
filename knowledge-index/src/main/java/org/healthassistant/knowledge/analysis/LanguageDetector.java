package org.healthassistant.knowledge.analysis;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Detects the language of a text, from its function words and letters (`languages.yaml`).
///
/// Each word of a language's list counts one for it, and so does a word with a letter that no
/// other language has and each mark of its own (`¿`). A lone word without any of them has the
/// language to whose medical words it is nearest ([NearestWords]). Only the first 4,000
/// characters are read.
public final class LanguageDetector {
  private static final int READ = 4_000;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'’]+");
  private static final Data DATA =
      DataFile.read(LanguageDetector.class, "languages.yaml", Data.class);
  private static final Map<Language, Set<String>> WORDS =
      Language.each(language -> Set.copyOf(language.pick(DATA.words())));

  record Data(
      Map<Language, List<String>> words,
      Map<Language, String> letters,
      Map<Language, String> marks) {}

  private LanguageDetector() {}

  /// Whether a word stands in one of the lists.
  static boolean knows(String plain) {
    return WORDS.values().stream().anyMatch(words -> words.contains(plain));
  }

  /// The language of a text; empty when there is too little to tell or two are as strong.
  public static Optional<Language> detect(String text) {
    String start = text.substring(0, Math.min(text.length(), READ)).toLowerCase(Locale.ROOT);
    String composed = Normalizer.normalize(start, Normalizer.Form.NFC);
    List<String> words = BETWEEN_WORDS.splitAsStream(composed).toList();
    Optional<Language> best = Optional.empty();
    int most = 0;
    for (Language language : Language.values()) {
      int count = count(language, composed, words);
      if (count > most) {
        best = Optional.of(language);
        most = count;
      } else if (count == most) {
        best = Optional.empty();
      }
    }
    return most == 0
        ? NearestWords.language(words.stream().map(LanguageDetector::plain).toList())
        : best;
  }

  private static int count(Language language, String text, List<String> words) {
    Set<String> known = language.pick(WORDS);
    String letters = language.pick(DATA.letters());
    int count = holding(text, language.pick(DATA.marks()));
    for (String word : words) {
      if (known.contains(plain(word)) || holding(word, letters) > 0) {
        count++;
      }
    }
    return count;
  }

  private static int holding(String text, String letters) {
    return (int) text.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[\\p{M}'’]", "");
  }
}
