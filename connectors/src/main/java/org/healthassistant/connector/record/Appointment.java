package org.healthassistant.connector.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit that was or will be. What was entered in error is not read at all.
///
/// @param source type and id in the source
/// @param codes of the service or type of visit
/// @param label its name for people
/// @param start when it begins, with the offset the source wrote; null if not yet set
/// @param end when it ends; null if not told
/// @param status `booked`, `pending`, `proposed`, `arrived`, `fulfilled`, `cancelled`,
///     `noshow`, `waitlist`, …, by FHIR's value set; `unknown` if not told
/// @param description what it is for; null if not told
/// @param place where; null if not told
/// @param people the names of whom the visit is with; may be empty
/// @param link the address at which a visit by video or telephone is joined; null if not told
public record Appointment(
    String source,
    List<Code> codes,
    String label,

    @JsonFormat(without = JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
    OffsetDateTime start,

    @JsonFormat(without = JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
    OffsetDateTime end,

    String status,
    @Nullable String description,
    @Nullable String place,
    List<String> people,
    @Nullable String link)
    implements Entry {

  /// Copies the lists.
  public Appointment {
    codes = List.copyOf(codes);
    people = people == null ? List.of() : List.copyOf(people); // null in older copies
  }

  /// A visit of which neither people nor a link are told.
  public Appointment(
      String source,
      List<Code> codes,
      String label,
      @Nullable OffsetDateTime start,
      @Nullable OffsetDateTime end,
      String status,
      @Nullable String description,
      @Nullable String place) {
    this(source, codes, label, start, end, status, description, place, List.of(), null);
  }

  /// The day it begins, in the offset the source wrote.
  @Override
  public @Nullable PartialDate date() {
    return start == null ? null : PartialDate.of(start.toLocalDate());
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
