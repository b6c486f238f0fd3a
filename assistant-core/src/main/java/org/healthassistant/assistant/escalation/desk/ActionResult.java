package org.healthassistant.assistant.escalation.desk;

import org.healthassistant.assistant.escalation.Escalation;

/// What came of a provider's action.
public sealed interface ActionResult {

  /// It is so now, or was already by the same person.
  record Done(Escalation escalation) implements ActionResult {}

  /// Somebody was faster; the present state.
  record Conflict(Escalation escalation) implements ActionResult {}

  /// The key of the action is that of another action on the same escalation; nothing is done.
  record KeyReused() implements ActionResult {}

  /// There is no such escalation.
  record NotFound() implements ActionResult {}
}
