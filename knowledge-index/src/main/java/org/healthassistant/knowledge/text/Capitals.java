package org.healthassistant.knowledge.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lowers what is written in capitals for no reason of its sense, so that a question means the
/// same to an encoder however it is typed.
public final class Capitals {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /// Shorter words in capitals may be abbreviations, such as LDL or COPD.
  private static final int NO_ABBREVIATION = 6;

  /// So many of a text's letters, or of its words' first ones, are capitals where it is typed so
  /// throughout.
  private static final double MOST = 0.6;

  private static final int SEVERAL = 3;

  private Capitals() {}

  /// The text in lower case where most of its letters are capitals, or most of its several words
  /// begin with one; else with those of its long words lowered that are in capitals. Its length
  /// in characters may change.
  public static String lowered(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    if (isLong(text) && capitals > MOST * letters || isTitle(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    return WORD.matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(
            isLong(word.group()) && isUpper(word.group())
                ? word.group().toLowerCase(Locale.ROOT)
                : word.group()));
  }

  private static boolean isLong(String text) {
    return text.length() >= NO_ABBREVIATION;
  }

  private static boolean isUpper(String word) {
    return word.codePoints().noneMatch(Character::isLowerCase);
  }

  private static boolean isTitle(String text) {
    Matcher words = WORD.matcher(text);
    int all = 0;
    int begun = 0;
    while (words.find()) {
      all++;
      begun += Character.isUpperCase(words.group().codePointAt(0)) ? 1 : 0;
    }
    return all >= SEVERAL && begun > MOST * all;
  }
}
