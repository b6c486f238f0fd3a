package org.healthassistant.assistant.protocol;

import java.util.ArrayList;
import java.util.List;

/// Reads whether a message that comes while a question waits is about something else. What could
/// be an answer, or tells of an ailment, is never set aside.
final class Asides {

  private final Cues cues;
  private final Cues.Other other;

  Asides(Cues cues) {
    this.cues = cues;
    this.other = cues.other();
  }

  /// What is left of a message without its lead-in (`one more thing`) and without names that hold
  /// the words of a sign in them (`blood pressure`).
  Words rest(Words text) {
    List<Words.Word> left = new ArrayList<>(text.words());
    for (boolean led = true; led; ) {
      Words now = new Words(left);
      int length = other.lead().all().stream()
          .filter(phrase -> now.find(phrase, 0) == 0)
          .mapToInt(List::size)
          .max()
          .orElse(0);
      left.subList(0, length).clear();
      led = length > 0;
    }
    for (List<String> name : other.names().all()) {
      for (int at = new Words(left).find(name, 0); at >= 0; at = new Words(left).find(name, 0)) {
        left.subList(at, at + name.size()).clear();
      }
    }
    return new Words(left);
  }

  /// Whether what is left asks something.
  boolean asks(Words rest) {
    return rest.startsWith(cues.question()) || rest.words().stream().anyMatch(Words.Word::asked);
  }

  /// Whether a message is a greeting or thanks and nothing else.
  boolean isPolite(Words text, Words rest) {
    return rest.isEmpty() && text.has(other.polite());
  }

  /// Whether a message wants something else done or told (`refill my lisinopril`, `my last a1c`)
  /// and tells of nothing that ails, and of no number.
  boolean wants(Words text, Words rest) {
    boolean wants = rest.has(cues.errand()) || text.has(other.request());
    return wants
        && !rest.has(other.ails())
        && rest.forms().stream().noneMatch(word -> word.chars().allMatch(Character::isDigit));
  }
}
