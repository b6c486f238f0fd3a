package org.healthassistant.knowledge.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.data.DataFile;

/// Short forms whose period does not end a sentence, by language (`abbreviations.yaml`).
final class Abbreviations {

  private static final File DATA =
      DataFile.read(Abbreviations.class, "abbreviations.yaml", File.class);
  private static final Map<Language, Set<String>> BY_LANGUAGE =
      Language.each(language -> Set.copyOf(language.pick(DATA.languages())));

  record File(Map<Language, List<String>> languages) {}

  private Abbreviations() {}

  /// Whether a word, written without its last period, is a short form.
  static boolean contain(String word, Language language) {
    return language.pick(BY_LANGUAGE).contains(word.toLowerCase(Locale.ROOT));
  }
}
