package org.healthassistant.assistant.library;

import java.util.Optional;
import java.util.StringTokenizer;
import org.healthassistant.knowledge.analysis.ReadingGrade;
import org.healthassistant.knowledge.text.Language;

/// The school grade that reading a reply takes, by the formula of its language.
public final class ReadingLevel {

  /// Below so many words the formulas say nothing.
  private static final int MIN_WORDS = 40;

  private ReadingLevel() {}

  /// The grade of a single sentence, which says less than that of a text; at least 0.
  public static double ofSentence(String sentence, Language language) {
    return Math.max(0, ReadingGrade.grade(sentence, language));
  }

  /// The grade with one decimal, at least 0; empty for a text of fewer than 40 words.
  public static Optional<Double> grade(String text, Language language) {
    if (new StringTokenizer(text).countTokens() < MIN_WORDS) {
      return Optional.empty();
    }
    double grade = ReadingGrade.grade(text, language);
    return Optional.of(Math.round(Math.max(0, grade) * 10) / 10.0);
  }
}
