package org.healthassistant.connector.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vaccine that was given. What was not done or entered in error is not read at all.
///
/// @param source type and id in the source
/// @param codes of the vaccine; mostly CVX
/// @param label its name for people
/// @param date the day it was given; null if not told
public record Immunization(
    String source, List<Code> codes, String label, @Nullable PartialDate date) implements Entry {

  /// Copies the codes.
  public Immunization {
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
