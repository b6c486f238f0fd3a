package org.healthassistant.assistant.record.measured;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.healthassistant.assistant.record.terms.Reported;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.wearable.Measured;
import org.jspecify.annotations.Nullable;

/// Makes entries of a record of what was measured.
final class MeasuredEntries {

  private static final Code SYSTOLIC = Code.loinc("8480-6");
  private static final Code DIASTOLIC = Code.loinc("8462-4");

  private MeasuredEntries() {}

  static Measurement of(Measured measured, Row row) {
    String id = measured.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return entry(
        measured,
        (row.isTold() ? Reported.PREFIX : "Observation/own-")
            + id
            + "-"
            + row.start()
            + "-"
            + row.value().toPlainString(),
        row.value(),
        row.second(),
        row.startsAt());
  }

  static Measurement of(Measured measured, Days.Day day) {
    String id = measured.name().toLowerCase(Locale.ROOT);
    return entry(measured, "Observation/own-" + id + "-" + day.day(), day.value(), null, day.at());
  }

  private static Measurement entry(
      Measured measured,
      String source,
      BigDecimal value,
      @Nullable BigDecimal second,
      OffsetDateTime at) {
    boolean pair = second != null;
    return new Measurement(
        source,
        List.of(Code.loinc(measured.loinc())),
        measured.label(),
        Row.isSpan(measured) ? "activity" : "vital-signs",
        pair ? null : value,
        null,
        pair ? null : measured.unit(),
        pair ? null : measured.displayUnit(),
        null,
        second == null
            ? List.of()
            : List.of(
                part(SYSTOLIC, "Systolic blood pressure", value, measured),
                part(DIASTOLIC, "Diastolic blood pressure", second, measured)),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        PartialDate.of(at.toLocalDate()),
        at);
  }

  private static Component part(Code code, String label, BigDecimal value, Measured measured) {
    return new Component(
        List.of(code), label, value, null, measured.unit(), measured.displayUnit(), null);
  }
}
