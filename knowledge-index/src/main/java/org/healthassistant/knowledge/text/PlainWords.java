package org.healthassistant.knowledge.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text as its words alone, so that phrases are found in it whole, whatever their case, accents
/// and signs.
public final class PlainWords {

  private PlainWords() {}

  /// The lower-case words of a text without accents, one blank before, between and behind them.
  ///
  /// @return two blanks for a text without letters and digits
  public static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return ' '
        + plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        + ' ';
  }

  /// Phrases by language, each as its words alone.
  public static Map<Language, List<String>> of(Map<Language, List<String>> phrases) {
    return Language.each(
        language -> language.pick(phrases).stream().map(PlainWords::of).toList());
  }
}
