package org.healthassistant.knowledge.search;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Tells by a question's words which kinds of section it asks for (`asked-kinds.yaml`).
final class AskedKinds {
  private static final File DATA = DataFile.read(AskedKinds.class, "asked-kinds.yaml", File.class);

  record File(List<Cue> cues) {}

  /// Words with the kinds that they ask for.
  record Cue(Set<SectionKind> kinds, Map<Language, List<String>> words) {}

  private AskedKinds() {}

  /// The kinds of the first cue that stands in a question; empty when none does.
  static Set<SectionKind> of(String question, Language language) {
    String folded = fold(question);
    return DATA.cues().stream()
        .filter(cue ->
            language.pick(cue.words()).stream().anyMatch(word -> folded.contains(fold(word))))
        .findFirst()
        .map(Cue::kinds)
        .orElse(EnumSet.noneOf(SectionKind.class));
  }

  private static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return ' '
        + plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        + ' ';
  }
}
