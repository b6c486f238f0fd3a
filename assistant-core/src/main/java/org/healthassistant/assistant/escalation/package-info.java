/// Turns a concerning message into work for a person, which stays until a person resolves it.
///
/// Start at [Escalations], which opens and raises in the corridor's transaction. Every change
/// goes through [EscalationLedger] and leaves an entry of an [EventKind]. The level rises by
/// itself and falls only by a clinician; only people acknowledge and resolve. The inner rooms:
/// `policy` decides whom to page when, `paging` pages them, `notice` tells the patient, `desk`
/// holds what people do, `watchdog` finds what was lost. This core imports none of them but
/// `policy`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "stream",
      "conversation",
      "safety",
      "delivery",
      "delivery :: gateway",
      "patient",
      "team",
      "audit",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.escalation;

import org.jspecify.annotations.NullMarked;
