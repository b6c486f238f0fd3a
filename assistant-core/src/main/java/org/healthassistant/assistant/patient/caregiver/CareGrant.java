package org.healthassistant.assistant.patient.caregiver;

import java.time.Instant;
import java.util.Set;

/// The latest word of a patient on one related person.
///
/// @param person as the record had them when it was said
/// @param parts what they may see; empty: nothing any more
/// @param at when it was said
public record CareGrant(CarePerson person, Set<CarePart> parts, Instant at) {

  /// Copies the parts.
  public CareGrant {
    parts = Set.copyOf(parts);
  }

  /// Whether the person may see anything.
  public boolean isGiven() {
    return !parts.isEmpty();
  }
}
