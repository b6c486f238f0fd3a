package org.healthassistant.assistant.workspace;

import org.jspecify.annotations.Nullable;

/// Who an escalation is about, as an inbox shows it: a patient, or a number.
record Identity(
    EscalationItem.@Nullable Patient patient, @Nullable String contact) {
  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
