package org.healthassistant.assistant.escalation;

import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.Level;

/// Which escalations are asked for.
///
/// @param states those; empty: all that are unresolved
/// @param limit 1 to 200
/// @param after the id of the last one seen; empty: from the start
public record EscalationFilter(
    Set<Escalation.State> states,
    Optional<Level> level,
    Optional<String> assignee,
    int limit,
    Optional<String> after) {

  /// All unresolved, at most 200.
  public static final EscalationFilter UNRESOLVED =
      new EscalationFilter(Set.of(), Optional.empty(), Optional.empty(), 200, Optional.empty());

  /// Copies the states.
  public EscalationFilter {
    states = Set.copyOf(states);
    if (limit < 1 || limit > 200) {
      throw new IllegalArgumentException("limit must be 1 to 200, got " + limit);
    }
  }
}
