package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes out texting shorthand and gives contractions one form: `rn` is `right now`, `i am` is
/// `im`.
///
/// Both the lexicon and the patients' texts pass through it, so either may be written either way.
final class Shorthand {

  private record Entry(List<String> from, List<String> to) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /// @param entries from a phrase to the phrase it stands for, each word folded already
  Shorthand(Map<List<String>, List<String>> entries) {
    entries.forEach((from, to) -> byFirstWord
        .computeIfAbsent(from.getFirst(), first -> new ArrayList<>())
        .add(new Entry(from, to)));
    byFirstWord
        .values()
        .forEach(
            list -> list.sort((one, other) -> other.from().size() - one.from().size()));
  }

  /// The words with every shorthand replaced, longest first; what is replaced is not read again.
  List<Word> expand(List<Word> words) {
    var expanded = new ArrayList<Word>(words.size() + 8);
    for (int at = 0; at < words.size(); ) {
      var entry = entryAt(words, at);
      if (entry == null) {
        expanded.add(words.get(at++));
        continue;
      }
      var first = words.get(at);
      at += entry.from().size();
      int end = words.get(at - 1).end();
      for (int part = 0; part < entry.to().size(); part++) {
        var pause = part == 0 ? first.before() : Pause.NONE;
        expanded.add(new Word(entry.to().get(part), first.start(), end, pause));
      }
    }
    return expanded;
  }

  private @Nullable Entry entryAt(List<Word> words, int at) {
    for (var entry : byFirstWord.getOrDefault(words.get(at).form(), List.of())) {
      if (stands(entry.from(), words, at)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean stands(List<String> phrase, List<Word> words, int at) {
    if (at + phrase.size() > words.size()) {
      return false;
    }
    for (int part = 1; part < phrase.size(); part++) {
      var word = words.get(at + part);
      if (word.before() != Pause.NONE || !word.form().equals(phrase.get(part))) {
        return false;
      }
    }
    return true;
  }
}
