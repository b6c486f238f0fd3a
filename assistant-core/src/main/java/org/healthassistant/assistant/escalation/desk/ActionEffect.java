package org.healthassistant.assistant.escalation.desk;

import org.healthassistant.assistant.escalation.EscalationChange;
import org.healthassistant.assistant.escalation.EventKind;
import org.jspecify.annotations.Nullable;

/// What an action of a provider comes to.
sealed interface ActionEffect {

  /// It is so already; nothing is stored.
  record Unchanged() implements ActionEffect {}

  /// Somebody else has it; nothing is stored.
  record Taken() implements ActionEffect {}

  /// The escalation changes.
  ///
  /// @param kind what the history and the audit trail call it
  /// @param detail codes for people to read
  /// @param messageId the message it wrote; null: none
  /// @param text a note or a reason; null: none
  /// @param reached whether the patient was reached; null: it is not about that
  record Changed(
      EventKind kind,
      EscalationChange change,
      String detail,
      @Nullable String messageId,
      @Nullable String text,
      @Nullable Boolean reached)
      implements ActionEffect {

    Changed(EventKind kind, EscalationChange change) {
      this(kind, change, "", null, null, null);
    }

    Changed detail(String codes) {
      return new Changed(kind, change, codes, messageId, text, reached);
    }

    Changed message(String id) {
      return new Changed(kind, change, detail, id, text, reached);
    }

    Changed text(@Nullable String words) {
      return new Changed(kind, change, detail, messageId, words, reached);
    }

    Changed reached(boolean patient) {
      return new Changed(kind, change, detail, messageId, text, patient);
    }

    @Override
    public String toString() {
      return "Changed[" + kind + "]";
    }
  }
}
