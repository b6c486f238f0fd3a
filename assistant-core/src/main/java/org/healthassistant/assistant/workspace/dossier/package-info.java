/// An escalation with everything that a person needs to act on it: who it is about, the
/// transcript with what the screen saw in it, the facts of the record, the summary, the
/// history.
///
/// Start at [EscalationDossierReader]. All of it is computed from messages, record and history;
/// nothing here decides how urgent something is, and nothing knows in which form it is shown.
@NullMarked
package org.healthassistant.assistant.workspace.dossier;

import org.jspecify.annotations.NullMarked;
