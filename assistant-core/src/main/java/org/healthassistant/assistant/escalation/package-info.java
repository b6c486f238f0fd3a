/// Escalations: a concerning message becomes work for a person, and stays so until one resolves
/// it.
///
/// Start at [Escalations] (opening and raising, in the corridor's transaction) and at
/// [EscalationDesk] (what people do). When whom to page is decided by the pure
/// [org.healthassistant.assistant.escalation.policy.Policy] and carried out by [Pager]. The
/// level rises by itself and falls only by a clinician; only people acknowledge and resolve.
/// Every change is an event of its history.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "conversation",
      "safety",
      "record",
      "delivery",
      "delivery :: gateway",
      "patient",
      "team",
      "audit"
    })
@NullMarked
package org.healthassistant.assistant.escalation;

import org.jspecify.annotations.NullMarked;
