/// The lock on the screen, and the alarms that go on while it is shut.
///
/// Start at [LockPages]. What is shown on a locked screen is numbers alone: nothing here may read
/// a patient's words or name.
@NullMarked
package org.healthassistant.assistant.workspace.lock;

import org.jspecify.annotations.NullMarked;
