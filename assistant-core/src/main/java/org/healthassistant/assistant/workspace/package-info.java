/// The provider's door: the inbox and an escalation's page for people, and the same over HTTP for
/// other systems. Its inner rooms, from the ground up: `frame` and `action`, `dossier`, then
/// `inbox`, and above them `page`, `api`, `lock` and `statistics`.
///
/// Start at `inbox.InboxPages` and `page.EscalationPages` (HTML, by cookie) or at
/// `api.EscalationsApi` (JSON, by token); both read through `dossier.EscalationDossierReader` and
/// act through `action.Actions`. What is shown is computed from messages, record and history;
/// nothing here decides how urgent something is.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "problem",
      "settings",
      "store",
      "stream",
      "escalation",
      "escalation :: desk",
      "escalation :: history",
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
