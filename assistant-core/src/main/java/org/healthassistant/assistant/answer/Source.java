package org.healthassistant.assistant.answer;

import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.Passage;

/// What a line rests on.
sealed interface Source {

  /// The text by which the line is checked.
  String text();

  /// A passage of vetted content.
  record Vetted(Passage passage) implements Source {
    @Override
    public String text() {
      return passage.text();
    }
  }

  /// An item of the patient's record.
  record Own(RecordFact fact) implements Source {
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
