package org.healthassistant.assistant.record;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Procedure;
import org.jspecify.annotations.Nullable;

/// Records made entry by entry.
public final class SampleRecord {

  private SampleRecord() {}

  /// A record of a person born on a day, in a month or a year; null where it is not known.
  public static PatientRecord born(@Nullable String born, List<? extends Entry> entries) {
    PartialDate date = born == null ? null : PartialDate.parse(born);
    return new PatientRecord(
        new Person("p1", "Pat Example", date, "female", "en", List.of(), null, null),
        List.copyOf(entries),
        null);
  }

  /// A record of a person of whom nothing else is known.
  public static PatientRecord with(List<? extends Entry> entries) {
    return born(null, entries);
  }

  /// A medicine.
  public static Medication medicine(String label, Medication.Status status, Code... codes) {
    return new Medication(
        "MedicationRequest/1",
        List.of(codes),
        label,
        status,
        Medication.Kind.ORDER,
        false,
        null,
        null);
  }

  /// A confirmed condition.
  public static Condition condition(String label, Condition.ClinicalStatus status, Code... codes) {
    return new Condition(
        "Condition/1", List.of(codes), label, status, Condition.Verification.CONFIRMED, null, null);
  }

  /// A finding in words.
  public static Measurement finding(String loinc, String text) {
    return new Measurement(
        "Observation/f",
        List.of(Code.loinc(loinc)),
        "Finding",
        "",
        null,
        null,
        null,
        null,
        text,
        List.of(),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        PartialDate.parse("2026-06-01"),
        null);
  }

  /// A number measured at a moment.
  public static Measurement number(
      String source, String loinc, String value, String unit, String at) {
    return Measurement.of(
        source, Code.loinc(loinc), "Value", new BigDecimal(value), unit, OffsetDateTime.parse(at));
  }

  /// A number of which only the date is known, or not even that.
  public static Measurement dated(
      String source,
      String loinc,
      String value,
      @Nullable String comparator,
      @Nullable String date) {
    return new Measurement(
        source,
        List.of(Code.loinc(loinc)),
        "Value",
        "laboratory",
        new BigDecimal(value),
        comparator,
        "mg",
        "mg",
        null,
        List.of(),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        date == null ? null : PartialDate.parse(date),
        null);
  }

  /// Something done.
  public static Procedure procedure(String label, String date) {
    return new Procedure("Procedure/1", List.of(), label, "completed", PartialDate.parse(date));
  }
}
