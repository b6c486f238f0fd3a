package org.healthassistant.assistant.web;

import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.springframework.stereotype.Component;

/// Keeps who did what about a patient, the patient or a person who acts for them.
@Component
class ActorAudit {

  private final Audit audit;

  ActorAudit(Audit audit) {
    this.audit = audit;
  }

  /// Appends one event, in the name of whoever really acts.
  ///
  /// @param detail ids and codes, never a text of a patient
  void append(
      Caller caller, String subjectId, String action, Audit.ObjectRef object, String detail) {
    Audit.Actor actor = caller
        .actingFor()
        .map(Audit.Actor::proxy)
        .orElseGet(() -> Audit.Actor.patient(caller.id()));
    audit.append(actor, action, Optional.of(subjectId), object, detail);
  }

  /// Appends one event where a person acts for the patient. What patients do themselves in this
  /// way is told by the row it made.
  void appendByProxy(Caller caller, String subjectId, String action, Audit.ObjectRef object) {
    if (caller.actingFor().isPresent()) {
      append(caller, subjectId, action, object, "");
    }
  }
}
