package org.healthassistant.assistant.record.measured;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.connector.wearable.Sample;
import org.jspecify.annotations.Nullable;

/// One sample as it is kept.
///
/// @param start in seconds since 1970
/// @param offset of the place where it was measured, in seconds
/// @param seconds how long it lasted; 0 for a moment
/// @param second of a blood pressure the diastolic one; else null
/// @param source by whom it was written; may be empty
/// @param rank how it was taken
/// @param active whether the person was moving
record Row(
    long start,
    int offset,
    long seconds,
    BigDecimal value,
    @Nullable BigDecimal second,
    String source,
    Sample.Rank rank,
    boolean active) {

  /// The source of what a patient told in words.
  static final String TOLD = "patient/told";

  /// Whether the patient told it in words.
  boolean isTold() {
    return rank == Sample.Rank.TYPED && source.equals(TOLD);
  }

  static Row of(Sample sample) {
    return new Row(
        sample.start().toEpochSecond(),
        sample.start().getOffset().getTotalSeconds(),
        Duration.between(sample.start(), sample.end()).toSeconds(),
        sample.value(),
        sample.second(),
        sample.source(),
        sample.rank(),
        sample.active());
  }

  OffsetDateTime startsAt() {
    return Instant.ofEpochSecond(start).atOffset(ZoneOffset.ofTotalSeconds(offset));
  }

  long end() {
    return start + seconds;
  }

  /// What makes it the same as another of the same kind: of a moment the value at that time,
  /// whoever wrote it; of a span also its length and source, since several may tell of it.
  List<?> identity(Measured measured) {
    BigDecimal lower = second == null ? BigDecimal.ONE.negate() : second.stripTrailingZeros();
    return isSpan(measured)
        ? List.of(start, seconds, value.stripTrailingZeros(), source)
        : List.of(start, value.stripTrailingZeros(), lower);
  }

  static boolean isSpan(Measured measured) {
    return measured == Measured.STEPS || measured == Measured.SLEEP;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
