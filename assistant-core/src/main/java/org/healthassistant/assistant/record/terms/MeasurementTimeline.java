package org.healthassistant.assistant.record.terms;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;

/// Puts measurements in the order of time, leaving out what lies after the clinical day.
public final class MeasurementTimeline {

  private MeasurementTimeline() {}

  /// The dated measurements that have a value, oldest first, none after the day. Of two of the
  /// same moment the one that the source lists later comes later.
  public static List<Measurement> upTo(
      LocalDate day, PatientRecord record, Predicate<Measurement> which) {
    return record.entries(Measurement.class).stream()
        .filter(which)
        .filter(reading -> !ValueText.of(reading).isBlank())
        .filter(reading -> isUpTo(day, reading))
        .sorted(Comparator.comparing(MeasurementTimeline::moment))
        .toList();
  }

  /// The last reading up to a day; where a part of it is absent, a whole one of the same day;
  /// where none is dated, an undated one.
  public static Optional<Measurement> last(
      LocalDate day, PatientRecord record, Predicate<Measurement> which) {
    List<Measurement> dated = upTo(day, record, which);
    if (dated.isEmpty()) {
      return record.entries(Measurement.class).stream()
          .filter(reading -> which.test(reading)
              && reading.date() == null
              && !ValueText.of(reading).isBlank())
          .findFirst();
    }
    Measurement last = dated.getLast();
    return dated.reversed().stream()
        .filter(reading -> Objects.equals(reading.date(), last.date()))
        .filter(reading -> !ValueText.isPartial(reading))
        .findFirst()
        .or(() -> Optional.of(last));
  }

  /// When it was measured: its moment, or noon UTC of its first possible day. The reading has a
  /// date.
  public static OffsetDateTime moment(Measurement reading) {
    OffsetDateTime at = reading.dateTime();
    PartialDate date = reading.date();
    if (at != null) {
      return at;
    }
    if (date == null) {
      throw new IllegalArgumentException("an undated reading has no place in time");
    }
    return date.earliest().atTime(12, 0).atOffset(ZoneOffset.UTC);
  }

  /// Whether a reading has a place in time: its moment, or at least its day, is known. What is
  /// known to the month or year only has none, and is drawn nowhere.
  public static boolean isDated(Measurement reading) {
    PartialDate date = reading.date();
    return reading.dateTime() != null
        || (date != null && date.precision() == PartialDate.Precision.DAY);
  }

  private static boolean isUpTo(LocalDate day, Measurement reading) {
    PartialDate date = reading.date();
    return date != null && !date.earliest().isAfter(day);
  }
}
