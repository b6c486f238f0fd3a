package org.healthassistant.assistant.workspace.lock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;

/// What waits, in numbers alone: nothing in it tells who or what, so it may be shown on a locked
/// screen.
///
/// @param waiting how many nobody has acknowledged
/// @param emergencies how many of these are emergencies
/// @param newest when the newest of these became one, in milliseconds since 1970; 0: none. A
///     greater number than before is a new emergency
/// @param locked whether the reader's session is locked
record AlarmCounts(int waiting, int emergencies, long newest, boolean locked) {

  /// @param unresolved in any order; those that nobody has acknowledged count
  static AlarmCounts of(List<Escalation> unresolved, boolean locked) {
    List<Escalation> waiting = unresolved.stream().filter(AlarmCounts::waits).toList();
    List<Instant> emergencies = waiting.stream()
        .filter(e -> e.level() == Level.EMERGENCY)
        .map(Escalation::levelAt)
        .toList();
    return new AlarmCounts(
        waiting.size(),
        emergencies.size(),
        emergencies.stream()
            .max(Comparator.naturalOrder())
            .map(Instant::toEpochMilli)
            .orElse(0L),
        locked);
  }

  private static boolean waits(Escalation e) {
    return switch (e.state()) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED, RESOLVED -> false;
    };
  }
}
