package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;

/// The lines a clinician reads first.
final class Summary {

  /// Older readings are left out: they say little of today, and the record itself has them.
  private static final int RECENT_MONTHS = 18;

  private Summary() {}

  static List<RecordFact> of(PatientRecord record, LocalDate today) {
    Stream<RecordFact> conditions = record.entries(Condition.class).stream()
        .filter(Condition::isCurrent)
        .map(entry -> line("Condition", entry, entry.label(), Optional.empty()));
    Stream<RecordFact> medicines = record.entries(Medication.class).stream()
        .filter(entry -> entry.isCurrent() || entry.status() == Medication.Status.ON_HOLD)
        .map(entry -> line("Medicine", entry, medicine(entry), Optional.empty()));
    Stream<RecordFact> allergies = record.entries(Allergy.class).stream()
        .filter(Allergy::current)
        .map(entry -> line("Allergy", entry, entry.label(), Optional.empty()));
    return Stream.of(conditions, medicines, allergies, latest(record, today))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<RecordFact> latest(PatientRecord record, LocalDate today) {
    LocalDate since = today.minusMonths(RECENT_MONTHS);
    Map<Object, Measurement> last = new LinkedHashMap<>();
    MeasurementTimeline.upTo(
            today, record, reading -> isClinical(reading) && isSince(since, reading))
        .forEach(reading -> last.put(
            reading.codes().isEmpty() ? reading.label() : reading.codes().getFirst(), reading));
    return last.values().stream()
        .sorted(java.util.Comparator.comparing(MeasurementTimeline::moment).reversed())
        .map(reading -> line(
            reading.category().equals("laboratory") ? "Lab" : "Vital sign",
            reading,
            reading.label() + " " + ValueText.of(reading) + notes(reading),
            reading.codes().stream()
                .filter(code -> code.system().equals(Code.LOINC))
                .map(Code::code)
                .findFirst()));
  }

  private static boolean isClinical(Measurement reading) {
    return reading.category().equals("laboratory") || reading.category().equals("vital-signs");
  }

  private static boolean isSince(LocalDate since, Measurement reading) {
    PartialDate date = reading.date();
    return date != null && !date.latest().isBefore(since);
  }

  private static String notes(Measurement reading) {
    String flags = reading.interpretation().isEmpty()
        ? ""
        : " (" + String.join(", ", reading.interpretation()) + ")";
    return reading.status() == Measurement.Status.PRELIMINARY ? flags + " preliminary" : flags;
  }

  private static String medicine(Medication entry) {
    String dosage = entry.dosage() == null ? "" : ", " + entry.dosage();
    String hold = entry.status() == Medication.Status.ON_HOLD ? " (on hold)" : "";
    String reported = entry.reported() ? " (reported, not prescribed here)" : "";
    return entry.label() + hold + reported + dosage;
  }

  private static RecordFact line(String kind, Entry entry, String what, Optional<String> loinc) {
    PartialDate date = entry.date();
    String text = kind + ": " + what + (date == null ? "" : ", " + date.text());
    String snippet = entry instanceof Measurement m ? ValueText.of(m) : entry.label();
    return Facts.fact(entry, text, snippet, loinc);
  }
}
