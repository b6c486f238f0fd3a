package org.healthassistant.assistant.workspace.api;

import org.healthassistant.assistant.workspace.dossier.EscalationItem;

/// Somebody was faster.
final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient EscalationItem present;

  Conflict(EscalationItem present) {
    super("escalation " + present.id() + " is " + present.state());
    this.present = present;
  }

  /// The escalation as it is now.
  EscalationItem present() {
    return present;
  }
}
