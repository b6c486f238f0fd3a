package org.healthassistant.assistant.answer;

import java.util.List;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.Passage;

/// A sentence before it has its citation ids.
///
/// @param sources empty for a connective sentence only
record Line(String text, AnswerSentence.Kind kind, List<Source> sources) {

  /// Copies the sources.
  Line {
    sources = List.copyOf(sources);
  }

  static Line connective(String text) {
    return new Line(text, AnswerSentence.Kind.CONNECTIVE, List.of());
  }

  /// A sentence of a passage; of the sections on getting help it is a safety sentence.
  static Line of(String sentence, Passage passage) {
    AnswerSentence.Kind kind = switch (passage.kind()) {
      case EMERGENCY, CALL_CARE_TEAM -> AnswerSentence.Kind.SAFETY;
      case OVERVIEW, SYMPTOMS, CAUSES, TREATMENT, SELF_CARE, QUESTIONS, TOPIC ->
        AnswerSentence.Kind.CONTENT;
    };
    return new Line(sentence, kind, List.of(new Source.Vetted(passage)));
  }

  static Line of(RecordFact fact) {
    return new Line(fact.text(), AnswerSentence.Kind.RECORD, List.of(new Source.Own(fact)));
  }

  /// Whether it is of a passage.
  boolean isOf(Passage passage) {
    return sources.stream()
        .anyMatch(
            source -> source instanceof Source.Vetted v && v.passage().id().equals(passage.id()));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
