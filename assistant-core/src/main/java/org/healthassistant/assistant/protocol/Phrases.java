package org.healthassistant.assistant.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Ways of saying one thing, of all languages together: patients mix them.
///
/// @param all each folded as a text is
record Phrases(List<List<String>> all) {

  static final Phrases NONE = new Phrases(List.of());

  static Phrases of(@Nullable Map<Language, List<String>> said, Set<String> fillers) {
    return said == null
        ? NONE
        : new Phrases(said.values().stream()
            .flatMap(List::stream)
            .map(phrase -> Words.of(phrase, fillers).forms())
            .filter(words -> !words.isEmpty())
            .distinct()
            .toList());
  }

  /// Those of more than one word.
  Phrases longer() {
    return new Phrases(all.stream().filter(phrase -> phrase.size() > 1).toList());
  }

  /// The single words among them.
  Set<String> single() {
    return all.stream()
        .filter(phrase -> phrase.size() == 1)
        .map(List::getFirst)
        .collect(Collectors.toUnmodifiableSet());
  }
}
