package org.healthassistant.assistant.record.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Units;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.jspecify.annotations.Nullable;

/// Makes a trend of one code: exact numbers in the unit of the latest reading. What has a
/// comparator, another unit or no day cannot be drawn on the same line and is left out.
public final class Trends {

  private Trends() {}

  /// The trend of a code in a record; empty where it has no exact, dated reading.
  public static Optional<Trend> of(PatientRecord record, String loinc, LocalDate today) {
    Code code = Code.loinc(loinc);
    List<Measurement> all =
        MeasurementTimeline.upTo(today, record, reading -> reading.is(code)).stream()
            .filter(reading -> value(reading) != null && MeasurementTimeline.isDated(reading))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Measurement latest = all.getLast();
    List<Trend.Point> points = all.stream()
        .filter(reading -> ValueText.isComparable(reading, latest))
        .flatMap(reading -> point(reading).stream())
        .toList();
    return Optional.of(new Trend(
        loinc,
        latest.label(),
        ValueText.unit(latest),
        points,
        range(latest),
        goal(record, code, latest)));
  }

  /// The upper end of the first goal for what is measured, or else its lower end, where it can be
  /// had in the unit of the readings.
  private static Optional<BigDecimal> goal(PatientRecord record, Code code, Measurement latest) {
    String family = MeasureData.builtIn()
        .measureOf(code.code())
        .map(MeasureData.Measure::family)
        .orElse(null);
    String unit = ValueText.unit(latest);
    BigDecimal like = value(latest);
    int scale = like == null ? 0 : Math.max(0, like.scale());
    return record.entries(CareItem.Goal.class).stream()
        .filter(CareItem.Goal::isCurrent)
        .flatMap(goal -> goal.targets().stream())
        .filter(target -> target.measures().contains(code)
            || (latest.value() == null && target.measures().contains(ValueText.SYSTOLIC)))
        .flatMap(target -> Stream.ofNullable(target.high() != null ? target.high() : target.low())
            .flatMap(end -> Units.builtIn()
                .convert(end, target.unit() == null ? unit : target.unit(), unit, family, scale)
                .stream()))
        .findFirst();
  }

  private static Optional<Trend.Point> point(Measurement reading) {
    BigDecimal value = value(reading);
    return value == null
        ? Optional.empty()
        : Optional.of(new Trend.Point(
            MeasurementTimeline.moment(reading),
            value,
            ValueText.part(reading, ValueText.SYSTOLIC),
            ValueText.part(reading, ValueText.DIASTOLIC),
            reading.source()));
  }

  private static @Nullable BigDecimal value(Measurement reading) {
    if (reading.comparator() != null) {
      return null;
    }
    return reading.value() != null ? reading.value() : ValueText.part(reading, ValueText.SYSTOLIC);
  }

  private static Optional<Trend.Range> range(Measurement latest) {
    return latest.referenceLow() == null && latest.referenceHigh() == null
        ? Optional.empty()
        : Optional.of(new Trend.Range(latest.referenceLow(), latest.referenceHigh()));
  }
}
