package org.healthassistant.knowledge.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.PlainWords;

/// Tells by a question's words which kinds of section it asks for (`asked-kinds.yaml`).
final class AskedKinds {
  private static final File DATA = DataFile.read(AskedKinds.class, "asked-kinds.yaml", File.class);

  record File(List<Cue> cues) {}

  /// Words with the kinds that they ask for.
  record Cue(Set<SectionKind> kinds, Map<Language, List<String>> words) {
    Cue {
      words = PlainWords.of(words);
    }
  }

  private AskedKinds() {}

  /// The kinds of the first cue that stands in a question; empty when none does.
  static Set<SectionKind> of(String question, Language language) {
    String folded = PlainWords.of(question);
    return DATA.cues().stream()
        .filter(cue -> language.pick(cue.words()).stream().anyMatch(folded::contains))
        .findFirst()
        .map(Cue::kinds)
        .orElse(EnumSet.noneOf(SectionKind.class));
  }
}
