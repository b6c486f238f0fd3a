package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Units;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.Measurement;
import org.jspecify.annotations.Nullable;

/// The exact, dated readings of one measure in one unit, that of the latest, oldest first.
///
/// @param readings may be empty
/// @param unit as the patient says it; may be empty
/// @param leftOut how many readings are in a unit that cannot be converted
record Series(List<Reading> readings, String unit, int leftOut) {

  /// One reading.
  ///
  /// @param value in the unit of the series; of a blood pressure the systolic one
  /// @param lower of a blood pressure the diastolic one; else null
  record Reading(
      Measurement entry,
      LocalDate day,
      BigDecimal value,
      @Nullable BigDecimal lower) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// The series of a measure up to today.
  static Series of(Scene scene, Measure measure) {
    List<Measurement> exact =
        MeasurementTimeline.upTo(scene.today(), scene.record(), measure::matches).stream()
            .filter(MeasurementTimeline::isDated)
            .filter(entry -> main(entry) != null)
            .toList();
    if (exact.isEmpty()) {
      return new Series(List.of(), "", 0);
    }
    Measurement latest = exact.getLast();
    List<Reading> readings = new ArrayList<>();
    int leftOut = 0;
    for (Measurement entry : exact) {
      Optional<Reading> reading = read(entry, latest, measure.family());
      reading.ifPresent(readings::add);
      leftOut += reading.isPresent() ? 0 : 1;
    }
    String unit = scene.wording().unit(ValueText.unit(latest));
    return new Series(List.copyOf(readings), unit, leftOut);
  }

  private static Optional<Reading> read(
      Measurement entry, Measurement latest, @Nullable String family) {
    BigDecimal value = main(entry);
    BigDecimal like = main(latest);
    if (value == null || like == null) {
      return Optional.empty();
    }
    BigDecimal lower = ValueText.part(entry, ValueText.DIASTOLIC);
    String from = ValueText.unit(entry);
    String to = ValueText.unit(latest);
    int scale = Math.max(0, like.scale());
    Units units = Units.builtIn();
    Optional<BigDecimal> below =
        lower == null ? Optional.empty() : units.convert(lower, from, to, family, scale);
    LocalDate day = entry.dateTime() != null
        ? entry.dateTime().toLocalDate()
        : MeasurementTimeline.moment(entry).toLocalDate();
    return units
        .convert(value, from, to, family, scale)
        .filter(any -> lower == null || below.isPresent())
        .map(converted -> new Reading(entry, day, converted, below.orElse(null)));
  }

  /// The one number of a reading; of a blood pressure the systolic one, where both are there.
  private static @Nullable BigDecimal main(Measurement entry) {
    if (entry.comparator() != null) {
      return null;
    }
    BigDecimal value = entry.value();
    if (value != null) {
      return ValueText.rounded(value);
    }
    BigDecimal upper = ValueText.part(entry, ValueText.SYSTOLIC);
    return upper == null
            || ValueText.isPartial(entry)
            || ValueText.part(entry, ValueText.DIASTOLIC) == null
        ? null
        : ValueText.rounded(upper);
  }

  /// The readings that lie in the time asked about.
  Series in(RecordQuestion question) {
    return new Series(
        readings.stream().filter(reading -> question.spans(reading.day())).toList(), unit, leftOut);
  }

  /// The readings since a day.
  Series since(LocalDate day) {
    return new Series(
        readings.stream().filter(reading -> !reading.day().isBefore(day)).toList(), unit, leftOut);
  }

  boolean isEmpty() {
    return readings.isEmpty();
  }

  int size() {
    return readings.size();
  }

  Reading first() {
    return readings.getFirst();
  }

  Reading last() {
    return readings.getLast();
  }

  Reading highest() {
    return readings.stream().max(Comparator.comparing(Reading::value)).orElseThrow();
  }

  Reading lowest() {
    return readings.stream().min(Comparator.comparing(Reading::value)).orElseThrow();
  }

  /// A value of the series with its unit; a reading in the series' own unit as it was recorded.
  String text(Reading reading) {
    BigDecimal lower = reading.lower();
    String value =
        reading.value().toPlainString() + (lower == null ? "" : "/" + lower.toPlainString());
    return withUnit(value);
  }

  String withUnit(String value) {
    return unit.isEmpty() ? value : value + " " + unit;
  }
}
