package org.healthassistant.connector.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something done to or for the patient, such as an operation. What was not done or entered in
/// error is not read.
///
/// @param source type and id in the source
/// @param codes of what was done; mostly SNOMED CT
/// @param label its name for people
/// @param status `completed`, `in-progress`, `preparation`, `on-hold`, `stopped` or `unknown`
/// @param date the day it was done or began; null if not told
public record Procedure(
    String source,
    List<Code> codes,
    String label,
    String status,
    @Nullable PartialDate date) implements Entry {

  /// Copies the codes.
  public Procedure {
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
