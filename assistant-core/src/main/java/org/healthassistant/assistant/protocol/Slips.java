package org.healthassistant.assistant.protocol;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mends letters that were held too long in an answer: `yess`, `siii`, `nooo`.
///
/// @param known the words that an answer may have; no other is changed into one, and none of
///     these is changed
record Slips(Set<String> known) {

  static Slips into(Stream<Phrases> answers, Collection<String> more) {
    return new Slips(Stream.concat(answers.flatMap(each -> each.single().stream()), more.stream())
        .collect(Collectors.toUnmodifiableSet()));
  }

  Words mend(Words text) {
    return new Words(text.words().stream()
        .map(word -> new Words.Word(mend(word.form()), word.clause(), word.asked()))
        .toList());
  }

  private String mend(String word) {
    String single = squeezed(word);
    return known.contains(word) || !known.contains(single) ? word : single;
  }

  private static String squeezed(String word) {
    StringBuilder once = new StringBuilder();
    for (int at = 0; at < word.length(); at++) {
      if (at == 0 || word.charAt(at) != word.charAt(at - 1)) {
        once.append(word.charAt(at));
      }
    }
    return once.toString();
  }
}
