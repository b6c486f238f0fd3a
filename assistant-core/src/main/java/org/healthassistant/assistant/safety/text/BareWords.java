package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Drops words that say nothing of what a message is about, such as greetings, thanks and general
/// questions.
final class BareWords {

  private BareWords() {}

  /// The words that are left, each with the longest pause of what was dropped before it.
  ///
  /// @param dropped ids of the concepts whose words are dropped
  /// @return empty when nothing would be left
  static List<Token> of(AnnotatedText reading, Set<String> dropped) {
    var gone = new BitSet();
    dropped.forEach(concept -> gone.or(reading.words(concept)));
    var left = new ArrayList<Token>();
    var pause = Pause.NONE;
    boolean begins = false;
    for (int word = 0; word < reading.size(); word++) {
      var token = reading.token(word);
      if (gone.get(word)) {
        pause = pause.and(token.word().before());
        begins |= token.seam();
      } else {
        left.add(token.after(pause, begins));
        pause = Pause.NONE;
        begins = false;
      }
    }
    return left;
  }
}
