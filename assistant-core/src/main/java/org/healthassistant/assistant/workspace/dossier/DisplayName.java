package org.healthassistant.assistant.workspace.dossier;

import org.jspecify.annotations.Nullable;

/// Who an escalation is about, as an inbox shows it: a patient, or a number.
record DisplayName(
    EscalationItem.@Nullable Patient patient, @Nullable String contact) {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
