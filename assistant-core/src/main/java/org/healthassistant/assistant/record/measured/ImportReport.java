package org.healthassistant.assistant.record.measured;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a file of measurements.
///
/// @param imported how many readings were new
/// @param skipped how many records gave nothing new: not read here, not in their form, or there
///     before
/// @param from the start of the first reading of the file; empty: it held none
/// @param to the start of the last
/// @param byType how many records the file has, by its own name of their type
/// @param problems what is wrong with it, in the file's own words for types, without values;
///     at most [#MOST_PROBLEMS]
public record ImportReport(
    long imported,
    long skipped,
    Optional<OffsetDateTime> from,
    Optional<OffsetDateTime> to,
    Map<String, Long> byType,
    List<String> problems) {

  /// No more problems are told.
  public static final int MOST_PROBLEMS = 20;
}
