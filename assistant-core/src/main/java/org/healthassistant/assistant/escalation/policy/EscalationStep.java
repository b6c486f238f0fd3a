package org.healthassistant.assistant.escalation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One step as configured.
///
/// @param after from the beginning of the round
/// @param channels by which; empty: by all that reach the person
record EscalationStep(Duration after, List<PageAudience> who, Set<String> channels) {

  EscalationStep {
    who = List.copyOf(who);
    channels = Set.copyOf(channels);
  }

  /// The same people by all that reach them.
  EscalationStep anyChannel() {
    return new EscalationStep(after, who, Set.of());
  }

  static EscalationStep of(Duration after, PageAudience... who) {
    return new EscalationStep(after, List.of(who), Set.of());
  }
}
