package org.healthassistant.assistant.turn;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The school grade that reading a reply takes.
///
/// English: Flesch–Kincaid grade, 0.39 words/sentence + 11.8 syllables/word − 15.59 (Kincaid et al.
/// 1975). Spanish: Crawford, −0.205 sentences/100 words + 0.049 syllables/100 words − 3.407
/// (Crawford 1984). Syllables are counted as groups of vowels.
final class ReadingGrade {

  /// Below so many words the formulas say nothing.
  static final int MIN_WORDS = 40;

  private ReadingGrade() {}

  /// The grade with one decimal, or null for a text below [#MIN_WORDS].
  static @Nullable Double of(String text, String language) {
    Locale locale = Locale.forLanguageTag(language);
    int sentences = Math.max(1, count(BreakIterator.getSentenceInstance(locale), text, false));
    int words = count(BreakIterator.getWordInstance(locale), text, true);
    if (words < MIN_WORDS) {
      return null;
    }
    double syllables = syllables(text, words, language.equals("es"));
    double grade = language.equals("es")
        ? -0.205 * (100.0 * sentences / words) + 0.049 * (100.0 * syllables / words) - 3.407
        : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    return Math.round(Math.max(0, grade) * 10) / 10.0;
  }

  private static int count(BreakIterator breaks, String text, boolean wordsOnly) {
    breaks.setText(text);
    int count = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (!wordsOnly || Character.isLetterOrDigit(text.charAt(start))) {
        count++;
      }
    }
    return count;
  }

  private static double syllables(String text, int words, boolean spanish) {
    int groups = 0;
    boolean inGroup = false;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean vowel = "aeiouyáéíóúü".indexOf(c) >= 0;
      boolean silent = !spanish && c == 'e' && endsWord(lower, i) && inWordWithVowel(lower, i);
      if (vowel && !inGroup && !silent) {
        groups++;
      }
      inGroup = vowel;
    }
    return Math.max(groups, words);
  }

  private static boolean endsWord(String text, int at) {
    return at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
  }

  private static boolean inWordWithVowel(String text, int at) {
    for (int i = at - 1; i >= 0 && Character.isLetter(text.charAt(i)); i--) {
      if ("aeiouy".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
