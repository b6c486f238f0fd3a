package org.healthassistant.assistant.answer.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.context.ContextWords;
import org.healthassistant.knowledge.text.Language;

/// Words what was told in a conversation as somebody would who asks it all at once: `while
/// pregnant`, `for a child`. For looking up alone; they are never shown.
final class ToldWords {

  private static final Map<String, Map<Language, String>> WORDS = ContextWords.BUILT_IN.asked();
  private static final double INFANT = 1;
  private static final double GROWN = 18;
  private static final double OLDER = 65;

  private ToldWords() {}

  /// The words; empty where nothing was told that a question could be narrowed by.
  static Optional<String> of(Circumstances told, Language language) {
    List<String> words = new ArrayList<>();
    told.pregnancy().flatMap(ToldWords::key).ifPresent(key -> words.add(word(key, language)));
    told.years().flatMap(ToldWords::key).ifPresent(key -> words.add(word(key, language)));
    told.medicines().stream()
        .sorted()
        .limit(1)
        .forEach(name -> words.add(word("medicine", language) + " " + name));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static Optional<String> key(Circumstances.Pregnancy pregnancy) {
    return switch (pregnancy) {
      case PREGNANT, BOTH -> Optional.of("pregnant");
      case NURSING -> Optional.of("nursing");
      case EITHER, NEITHER -> Optional.empty();
    };
  }

  private static Optional<String> key(double years) {
    if (years < INFANT) {
      return Optional.of("baby");
    }
    if (years < GROWN) {
      return Optional.of("child");
    }
    return years >= OLDER ? Optional.of("older") : Optional.empty();
  }

  private static String word(String key, Language language) {
    return language.pick(Objects.requireNonNull(WORDS.get(key)));
  }
}
