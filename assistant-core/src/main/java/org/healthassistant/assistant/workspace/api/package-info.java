/// Escalations for other systems: JSON by token, and the stream of changes.
///
/// Start at [EscalationsApi]. The members are those of the interface's description: what is
/// renamed inside keeps its name here. It knows no page.
@NullMarked
package org.healthassistant.assistant.workspace.api;

import org.jspecify.annotations.NullMarked;
