package org.healthassistant.assistant.answer.context;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;

/// Reads which medicines somebody tells to be taken.
final class ToldMedicines {

  /// So many words after `on` may belong to the name of a medicine.
  private static final int NAME = 3;

  private final ContextWords.Taken words;

  ToldMedicines(ContextWords.Taken words) {
    this.words = words;
  }

  /// What a message tells unasked: two medicines together, or one that it says is taken.
  Optional<Circumstances> stated(String text) {
    Set<String> named = named(text);
    boolean told = named.size() > 1 || takes(PhraseMatcher.plain(text)) && !named.isEmpty();
    return told ? Optional.of(Circumstances.taking(named)) : Optional.empty();
  }

  /// What a reply says to the question which others are taken; none where it says so.
  Optional<Set<String>> replied(String text) {
    Set<String> named = named(text);
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    return ToldPregnancy.isOrBegins(PhraseMatcher.plain(text), words.none())
        ? Optional.of(Set.of())
        : Optional.empty();
  }

  private boolean takes(String plain) {
    String told = plain;
    for (String asking : ContextWords.all(words.asking()).toList()) {
      told = told.replace(" " + asking + " ", " ");
    }
    return ContextWords.anyIn(told, words.taking()) || isOn(List.of(told.strip().split(" ")));
  }

  /// Whether somebody is `on` a medicine; `information on` one says nothing.
  private boolean isOn(List<String> all) {
    return IntStream.range(0, all.size())
        .filter(at -> all.get(at).equals("on"))
        .filter(at -> at == 0 || !words.notOn().contains(all.get(at - 1)))
        .anyMatch(at -> !named(
                String.join(" ", all.subList(at + 1, Math.min(all.size(), at + 1 + NAME))))
            .isEmpty());
  }

  private Set<String> named(String text) {
    Set<String> named = new HashSet<>(Medicines.BUILT_IN.namedIn(text));
    String plain = PhraseMatcher.plain(text);
    words.kinds().forEach((kind, called) -> {
      if (PhraseMatcher.anyIn(plain, called)) {
        named.add(kind);
      }
    });
    return named;
  }
}
