package org.healthassistant.knowledge.analysis;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.text.SentenceSplitter;

/// How many years of school a text asks of its reader.
public final class ReadingGrade {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");
  private static final Pattern ENGLISH_VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SPANISH_VOWELS =
      Pattern.compile("[aeoáéó]|[iu]?[aeoáéó][iuy]?|[íú]|[iu]+");

  private ReadingGrade() {}

  /// The Flesch–Kincaid grade of an English text: 0.39 words a sentence + 11.8 syllables a word −
  /// 15.59
  /// (Kincaid and others, 1975). Syllables are counted by groups of vowels.
  ///
  /// @return 0 for a text without words; below 0 for very easy ones
  public static double english(String text) {
    int words = words(text);
    return words == 0
        ? 0
        : 0.39 * words / sentences(text, "en") + 11.8 * syllables(text, true) / words - 15.59;
  }

  /// The Crawford grade of a Spanish text: −0.205 sentences + 0.049 syllables, each per 100 words,
  /// − 3.407
  /// (Crawford, 1984).
  ///
  /// @return 0 for a text without words
  public static double spanish(String text) {
    int words = words(text);
    return words == 0
        ? 0
        : -0.205 * sentences(text, "es") * 100 / words
            + 0.049 * syllables(text, false) * 100 / words
            - 3.407;
  }

  private static int sentences(String text, String language) {
    return Math.max(1, SentenceSplitter.split(text, language).size());
  }

  private static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  private static int syllables(String text, boolean english) {
    int sum = 0;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      sum += Math.max(
          1, english ? englishSyllables(words.group()) : count(SPANISH_VOWELS, words.group()));
    }
    return sum;
  }

  private static int englishSyllables(String word) {
    int groups = count(ENGLISH_VOWELS, word);
    boolean silent = word.matches(".*[^aeiouyl]e|.*[aeiouy]le|.*[^aeioudtycsxzgh]e[ds]|.*[^td]ed");
    return groups - (silent && groups > 1 ? 1 : 0);
  }

  private static int count(Pattern pattern, String word) {
    return (int) pattern.matcher(word).results().count();
  }
}
