/// One escalation's page: what is shown in words, the parts that change while it is open, and the
/// forms by which a person acts.
///
/// Start at [EscalationPages]. It reads a dossier and hands in actions; it decides neither.
@NullMarked
package org.healthassistant.assistant.workspace.page;

import org.jspecify.annotations.NullMarked;
