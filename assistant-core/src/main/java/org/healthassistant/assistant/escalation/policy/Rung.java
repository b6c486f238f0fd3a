package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One step as configured.
///
/// @param after from the beginning of the round
/// @param channels by which; empty: by all that reach the person
record Rung(Duration after, List<Who> who, Set<String> channels) {

  Rung {
    who = List.copyOf(who);
    channels = Set.copyOf(channels);
  }

  /// The same people by all that reach them.
  Rung anyChannel() {
    return new Rung(after, who, Set.of());
  }

  static Rung of(Duration after, Who... who) {
    return new Rung(after, List.of(who), Set.of());
  }
}
