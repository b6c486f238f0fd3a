/// The list of what waits: its filter, its rows, its stream.
///
/// Start at [InboxPages]. [EscalationChangeCursor] tells a watcher what has changed since it last
/// asked; the interface and the alarms use it too. It knows no single escalation's page.
@NullMarked
package org.healthassistant.assistant.workspace.inbox;

import org.jspecify.annotations.NullMarked;
