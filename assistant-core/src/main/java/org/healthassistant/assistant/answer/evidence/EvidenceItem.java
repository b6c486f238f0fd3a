package org.healthassistant.assistant.answer.evidence;

import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.passage.Passage;

/// What a line rests on.
public sealed interface EvidenceItem {

  /// The text by which the line is checked.
  String text();

  /// A passage of vetted content.
  record Vetted(Passage passage) implements EvidenceItem {
    @Override
    public String text() {
      return passage.text();
    }
  }

  /// A sentence of vetted content for some only, one of whom the patient is.
  record Meant(Passage passage, String sentence) implements EvidenceItem {
    @Override
    public String text() {
      return sentence;
    }

    @Override
    public String toString() {
      return "Meant[REDACTED]";
    }
  }

  /// An item of the patient's record.
  record Own(RecordFact fact) implements EvidenceItem {
    @Override
    public String text() {
      return fact.text();
    }

    @Override
    public String toString() {
      return "Own[REDACTED]";
    }
  }
}
