package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.DosageText;
import org.healthassistant.assistant.record.terms.Duplicates;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Reported;
import org.healthassistant.assistant.record.terms.Standing;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;

/// The lines a clinician reads first.
final class Summary {

  /// Older readings are left out: they say little of today, and the record itself has them.
  private static final int RECENT_MONTHS = 18;

  private static final Map<RecordPart, List<String>> GAPS = Map.of(
      RecordPart.CONDITIONS, List.of("conditions"),
      RecordPart.MEDICINES, List.of("medicines"),
      RecordPart.ALLERGIES, List.of("allergies"),
      RecordPart.MEASUREMENTS, List.of("readings"));

  private Summary() {}

  static List<RecordFact> of(PatientRecord record, LocalDate today) {
    Stream<RecordFact> conditions = Duplicates.ofConditions(record.entries(Condition.class).stream()
            .filter(entry -> entry.isCurrentOn(today))
            .toList())
        .stream()
        .sorted(Comparator.comparing(Standing::detect))
        .map(entry -> line("Condition", entry, condition(entry), Optional.empty()));
    Stream<RecordFact> medicines = Duplicates.ofMedicines(record.entries(Medication.class).stream()
            .filter(
                entry -> entry.isCurrentOn(today) || entry.status() == Medication.Status.ON_HOLD)
            .toList())
        .stream()
        .map(entry -> line("Medicine", entry, medicine(entry), Optional.empty()));
    Stream<RecordFact> allergies = record.entries(Allergy.class).stream()
        .filter(Allergy::current)
        .map(entry -> line("Allergy", entry, allergy(entry), Optional.empty()));
    return Stream.of(gaps(record), conditions, medicines, allergies, latest(record, today))
        .flatMap(lines -> lines)
        .toList();
  }

  /// What of the record is missing: facts without an item, labelled by the part's name.
  private static Stream<RecordFact> gaps(PatientRecord record) {
    return record.incomplete().stream()
        .flatMap(part -> GAPS.getOrDefault(part, List.of()).stream())
        .map(name -> new RecordFact(
            "Not all " + name + " of the record could be read; there may be more.",
            "",
            name,
            Optional.empty(),
            "",
            Optional.empty()));
  }

  private static String condition(Condition entry) {
    return switch (Standing.detect(entry)) {
      case DIFFERENTIAL -> entry.label() + " (differential)";
      case DOUBTED -> entry.label() + " (not confirmed)";
      case OWN, PAST, FAMILY, DENIED, CIRCUMSTANCE -> entry.label();
    };
  }

  private static String allergy(Allergy entry) {
    return switch (entry.verification()) {
      case UNCONFIRMED, PROVISIONAL, DIFFERENTIAL -> entry.label() + " (not confirmed)";
      case CONFIRMED, UNKNOWN -> entry.label();
    };
  }

  private static Stream<RecordFact> latest(PatientRecord record, LocalDate today) {
    LocalDate since = today.minusMonths(RECENT_MONTHS);
    Map<Object, Measurement> last = new LinkedHashMap<>();
    MeasurementTimeline.upTo(
            today, record, reading -> isClinical(reading) && isSince(since, reading))
        .forEach(reading -> last.put(
            reading.codes().isEmpty() ? reading.label() : reading.codes().getFirst(), reading));
    return last.values().stream()
        .sorted(Comparator.comparing(MeasurementTimeline::moment).reversed())
        .map(reading -> line(
            kind(reading),
            reading,
            reading.label() + " " + ValueText.of(reading) + notes(reading),
            reading.codes().stream()
                .filter(code -> code.system().equals(Code.LOINC))
                .map(Code::code)
                .findFirst()));
  }

  private static String kind(Measurement reading) {
    return switch (reading.category()) {
      case "laboratory" -> "Lab";
      case "vital-signs" -> "Vital sign";
      default -> "Result";
    };
  }

  /// Laboratory values, vital signs, and numbers of which the source does not say what they are.
  private static boolean isClinical(Measurement reading) {
    return switch (reading.category()) {
      case "laboratory", "vital-signs" -> true;
      case "" -> reading.value() != null || !reading.components().isEmpty();
      default -> false;
    };
  }

  private static boolean isSince(LocalDate since, Measurement reading) {
    PartialDate date = reading.date();
    return date != null && !date.latest().isBefore(since);
  }

  private static String notes(Measurement reading) {
    String flags = reading.interpretation().isEmpty()
        ? ""
        : " (" + String.join(", ", reading.interpretation()) + ")";
    String told = Reported.isIt(reading) ? flags + " (reported by the patient)" : flags;
    return reading.status() == Measurement.Status.PRELIMINARY ? told + " preliminary" : told;
  }

  private static String medicine(Medication entry) {
    String written = DosageText.write(entry, Wording.of(Language.ENGLISH));
    String dosage = written.isEmpty() ? "" : ", " + written;
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
