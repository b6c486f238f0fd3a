package org.healthassistant.assistant.escalation;

import org.jspecify.annotations.Nullable;

/// What an action of a provider comes to.
///
/// @param change null: nothing changes
/// @param conflict whether somebody was faster
/// @param detail codes for the history
/// @param messageId the message it wrote; null: none
/// @param text a note or a reason; null: none
record Deed(
    @Nullable EscalationChange change,
    boolean conflict,
    String detail,
    @Nullable String messageId,
    @Nullable String text) {

  static Deed same() {
    return new Deed(null, false, "", null, null);
  }

  static Deed taken() {
    return new Deed(null, true, "", null, null);
  }

  static Deed change(EscalationChange change, String detail) {
    return new Deed(change, false, detail, null, null);
  }

  static Deed withText(EscalationChange change, String detail, @Nullable String text) {
    return new Deed(change, false, detail, null, text);
  }

  /// The change it made, to be added to; one without effect where it made none.
  EscalationChange changeOf(Escalation before) {
    return change == null ? EscalationChange.of(before) : change;
  }
}
