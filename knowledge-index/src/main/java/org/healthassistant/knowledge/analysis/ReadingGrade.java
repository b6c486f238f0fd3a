package org.healthassistant.knowledge.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;

/// How many years of school a text asks of its reader, by a formula for its language
/// (`reading-grades.yaml`).
public final class ReadingGrade {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*");
  private static final File DATA =
      DataFile.read(ReadingGrade.class, "reading-grades.yaml", File.class);
  private static final Map<Language, ReadingGrade> GRADES =
      Language.each(language -> new ReadingGrade(language.pick(DATA.grades())));

  record File(Map<Language, Formula> grades) {}

  /// One language's formula: a constant and three weights.
  ///
  /// @param vowels a regular expression for the vowels of one syllable
  /// @param silent a regular expression for words whose last group of vowels is not spoken; empty
  ///     for none
  record Formula(
      double constant,
      double wordsPerSentence,
      double sentencesPerHundredWords,
      double syllablesPerWord,
      String vowels,
      String silent) {}

  private final Formula formula;
  private final Pattern vowels;
  private final Pattern silent;

  private ReadingGrade(Formula formula) {
    this.formula = formula;
    this.vowels = Pattern.compile(formula.vowels());
    this.silent = Pattern.compile(formula.silent());
  }

  /// The grade of a text.
  ///
  /// @return 0 for a text without words; below 0 for very easy ones
  public static double grade(String text, Language language) {
    return language.pick(GRADES).of(text, language);
  }

  private double of(String text, Language language) {
    double words = WORD.matcher(text).results().count();
    if (words == 0) {
      return 0;
    }
    double sentences = Math.max(1, SentenceSplitter.split(text, language).size());
    return formula.constant()
        + formula.wordsPerSentence() * words / sentences
        + formula.sentencesPerHundredWords() * sentences * 100 / words
        + formula.syllablesPerWord() * syllables(text) / words;
  }

  private int syllables(String text) {
    int sum = 0;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      int groups = (int) vowels.matcher(word).results().count();
      boolean lastIsSilent = groups > 1 && silent.matcher(word).matches();
      sum += Math.max(1, lastIsSilent ? groups - 1 : groups);
    }
    return sum;
  }
}
