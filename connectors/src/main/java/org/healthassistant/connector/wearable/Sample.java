package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One value of a device or an app.
///
/// @param measured what was measured
/// @param value in the unit of [Measured#unit]
/// @param second of a blood pressure the diastolic one; else null
/// @param start when, with the offset that was written
/// @param end when an interval ended; of a moment the same as its start
/// @param source what it is called by whoever wrote it, such as `Apple Watch`; may be empty
/// @param rank how it was taken
/// @param active whether the source says that the person was moving
/// @param written value and unit as the source wrote them
public record Sample(
    Measured measured,
    BigDecimal value,
    @Nullable BigDecimal second,
    OffsetDateTime start,
    OffsetDateTime end,
    String source,
    Rank rank,
    boolean active,
    String written) {

  /// How a value was taken, the most trusted first: where several sources tell of the same time,
  /// the first of these counts.
  public enum Rank {
    /// By something worn: a watch, a ring, a band.
    WORN,
    /// By a device of its own or an app: a cuff, a scale, a meter.
    DEVICE,
    /// By the phone that is carried.
    PHONE,
    /// Typed in by hand.
    TYPED
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
