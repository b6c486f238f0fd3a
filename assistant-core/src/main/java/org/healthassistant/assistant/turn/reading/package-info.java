/// Readings that come in without a message: which of them are flagged, and what is told of them.
///
/// Start at [ReadingScreen]. The rules are those of the safety net, which read a value as if the
/// patient had written it. It stores nothing.
@NullMarked
package org.healthassistant.assistant.turn.reading;

import org.jspecify.annotations.NullMarked;
