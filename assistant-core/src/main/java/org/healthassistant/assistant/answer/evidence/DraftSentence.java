package org.healthassistant.assistant.answer.evidence;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.passage.Passage;

/// A sentence before it has its citation ids.
///
/// @param sources empty for a connective sentence only
public record DraftSentence(String text, AnswerSentence.Kind kind, List<EvidenceItem> sources) {

  /// Copies the sources.
  public DraftSentence {
    sources = List.copyOf(sources);
  }

  public static DraftSentence connective(String text) {
    return new DraftSentence(text, AnswerSentence.Kind.CONNECTIVE, List.of());
  }

  /// A sentence of a passage; of the sections on getting help it is a safety sentence.
  public static DraftSentence of(String sentence, Passage passage) {
    AnswerSentence.Kind kind = switch (passage.kind()) {
      case EMERGENCY, CALL_CARE_TEAM -> AnswerSentence.Kind.SAFETY;
      case OVERVIEW, SYMPTOMS, CAUSES, TREATMENT, SELF_CARE, QUESTIONS, TOPIC ->
        AnswerSentence.Kind.CONTENT;
    };
    return new DraftSentence(sentence, kind, List.of(new EvidenceItem.Vetted(passage)));
  }

  /// A sentence of a passage that is meant for some only.
  ///
  /// @param because the items of the record by which the patient is one of them; may be empty
  static DraftSentence meant(String sentence, Passage passage, List<RecordFact> because) {
    List<EvidenceItem> sources = new ArrayList<>();
    sources.add(new EvidenceItem.Meant(passage, sentence));
    because.forEach(fact -> sources.add(new EvidenceItem.Own(fact)));
    return new DraftSentence(sentence, AnswerSentence.Kind.CONTENT, sources);
  }

  public static DraftSentence of(RecordFact fact) {
    return new DraftSentence(
        fact.text(), AnswerSentence.Kind.RECORD, List.of(new EvidenceItem.Own(fact)));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
