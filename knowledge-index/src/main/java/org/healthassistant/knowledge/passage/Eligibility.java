package org.healthassistant.knowledge.passage;

import java.time.LocalDate;
import java.util.Objects;

/// On which day, and under which rule, content may be shown.
///
/// @param on the clinical day: content must be valid on it
/// @param allowStarter whether starter content, which no clinician has reviewed, may be shown too
public record Eligibility(LocalDate on, boolean allowStarter) {
  /// Checks that a day is given.
  public Eligibility {
    Objects.requireNonNull(on, "on");
  }
}
