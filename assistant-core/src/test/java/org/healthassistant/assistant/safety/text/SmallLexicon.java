package org.healthassistant.assistant.safety.text;

import java.util.List;
import java.util.Map;

/// A lexicon small enough to be seen at once.
final class SmallLexicon {

  private SmallLexicon() {}

  static Lexicon open() {
    return new Lexicon(
        List.of(
            new Concept("cue", "negated", List.of("no", "not", "dont", "without")),
            new Concept("cue", "not-a-negation", List.of("not sure", "no one")),
            new Concept("cue", "contrast", List.of("but")),
            new Concept("cue", "list", List.of("or")),
            new Concept("cue", "and", List.of("and")),
            new Concept("cue", "denies", List.of("denies")),
            new Concept("cue", "denied-after", List.of("was negative")),
            new Concept("cue", "never", List.of("never")),
            new Concept("cue", "compared", List.of("like this")),
            new Concept("symptom", "letter-finding", List.of("gallops")),
            new Concept("cue", "speaker", List.of("i", "my")),
            new Concept("cue", "past", List.of("years ago", "last year")),
            new Concept("function", "filler", List.of("really", "so")),
            new Concept("function", "carrier", List.of("have", "any", "had")),
            new Concept("mask", "everyday", List.of("to die for")),
            new Concept("site", "chest", List.of("chest")),
            new Concept("symptom", "pain", List.of("pain", "hurts", "chest pain")),
            new Concept("symptom", "fever", List.of("fever", "chills")),
            new Concept("verb", "die", List.of("die"))),
        new Lexicon.Spelling(
            Map.of("’", "'"), Map.of("i am", "im", "rn", "right now"), List.of("chess")));
  }
}
