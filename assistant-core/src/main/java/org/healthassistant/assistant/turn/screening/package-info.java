/// What is read of a message before anything is said to it: its level with context and record,
/// its meaning (also when that comes late, T2), its language.
///
/// Start at [MessageScreen]. It knows no reply and nothing of the doors.
@NullMarked
package org.healthassistant.assistant.turn.screening;

import org.jspecify.annotations.NullMarked;
