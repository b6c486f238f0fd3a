package org.healthassistant.assistant.workspace.lock;

import java.time.Instant;
import org.healthassistant.assistant.escalation.Escalations;

/// What waits, in numbers alone: nothing in it tells who or what, so it may be shown on a locked
/// screen.
///
/// @param waiting how many nobody has acknowledged
/// @param emergencies how many of these are emergencies
/// @param newest when the newest of these became one, in milliseconds since 1970; 0: none. A
///     greater number than before is a new emergency
/// @param locked whether the reader's session is locked
record AlarmCounts(int waiting, int emergencies, long newest, boolean locked) {

  static AlarmCounts of(Escalations.Waiting waiting, boolean locked) {
    return new AlarmCounts(
        waiting.all(),
        waiting.emergencies(),
        waiting.newest().map(Instant::toEpochMilli).orElse(0L),
        locked);
  }
}
