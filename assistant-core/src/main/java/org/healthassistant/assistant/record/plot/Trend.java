package org.healthassistant.assistant.record.plot;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The readings of one measured thing over time, as kept: no means, no rounding.
///
/// @param code its LOINC code
/// @param title what it is called
/// @param unit of all its readings, as people write it; may be empty
/// @param points oldest first, at least one
/// @param range the range the laboratory gave with the latest reading; empty if none
/// @param goal what the record aims at, in the unit of the readings; of a blood pressure the
///     upper number; empty if none
public record Trend(
    String code,
    String title,
    String unit,
    List<Point> points,
    Optional<Range> range,
    Optional<BigDecimal> goal) {

  /// Copies the points.
  public Trend {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a trend needs at least one point");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /// One reading.
  ///
  /// @param at when; noon UTC of its first possible day where the source gives no time
  /// @param value the number; of a blood pressure the systolic one
  /// @param systolic of a blood pressure only, else null
  /// @param diastolic of a blood pressure only, else null
  /// @param source the item it rests on
  public record Point(
      OffsetDateTime at,
      BigDecimal value,
      @Nullable BigDecimal systolic,
      @Nullable BigDecimal diastolic,
      String source) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// A range; an open end is null.
  public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {}
}
