/// The provider's door: the inbox and an escalation's page for people, and the same over HTTP for
/// other systems.
///
/// Start at [InboxPages] and [EscalationPages] (HTML, by cookie) or at [EscalationsApi] (JSON, by
/// token); both read through [CaseReader] and act through [Actions]. What is shown is computed from
/// messages, record and history; nothing here decides how urgent something is.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "store",
      "stream",
      "turn",
      "escalation",
      "conversation",
      "delivery",
      "record",
      "library",
      "safety",
      "patient",
      "team",
      "audit",
      "access"
    })
@NullMarked
package org.healthassistant.assistant.workspace;

import org.jspecify.annotations.NullMarked;
