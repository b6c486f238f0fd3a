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
/// @param people the names of who did it; may be empty
/// @param reasons what it was done for, in the source's words; may be empty
/// @param notes what the source wrote of how it went, in its words; may be empty
public record Procedure(
    String source,
    List<Code> codes,
    String label,
    String status,
    @Nullable PartialDate date,
    List<String> people,
    List<String> reasons,
    List<String> notes)
    implements Entry {

  /// Copies the lists.
  public Procedure {
    codes = List.copyOf(codes);
    people = people == null ? List.of() : List.copyOf(people); // null in older copies
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /// Something done of which nothing more is told.
  public Procedure(
      String source, List<Code> codes, String label, String status, @Nullable PartialDate date) {
    this(source, codes, label, status, date, List.of(), List.of(), List.of());
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
