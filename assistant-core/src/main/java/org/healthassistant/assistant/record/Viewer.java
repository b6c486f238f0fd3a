package org.healthassistant.assistant.record;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.record.terms.SensitiveTopics;
import org.healthassistant.assistant.record.told.RecordQuestion;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;
import org.jspecify.annotations.Nullable;

/// To whom something of a record is told: to the patient all, to a caregiver the parts that the
/// patient gave.
///
/// Of what is kept from a caregiver nothing shows that it is there: without the sensitive part,
/// every part is told as one of which there may be more, whether something was left out or not.
///
/// @param subjectId whose record it is
/// @param only the parts that are given; empty: the patient, who sees all
public record Viewer(String subjectId, Optional<Set<CarePart>> only) {

  /// Parts of which something of a record is seen.
  private static final Set<CarePart> OF_RECORD = EnumSet.range(CarePart.CONDITIONS, CarePart.CARE);

  /// The patient.
  public static Viewer patient(String subjectId) {
    return new Viewer(subjectId, Optional.empty());
  }

  /// A caregiver.
  ///
  /// @param parts may be empty: then nothing is seen
  public static Viewer caregiver(String subjectId, Set<CarePart> parts) {
    return new Viewer(subjectId, Optional.of(Set.copyOf(parts)));
  }

  /// Whether anything of the record may be told.
  boolean seesAny() {
    return only.map(given -> OF_RECORD.stream().anyMatch(given::contains)).orElse(true);
  }

  /// Whether all of it may be told.
  boolean seesAll() {
    return only.map(given -> given.contains(CarePart.SENSITIVE) && given.containsAll(OF_RECORD))
        .orElse(true);
  }

  boolean sees(CarePart part) {
    return only.map(given -> given.contains(part)).orElse(true);
  }

  /// Whether a question may be answered: it names one part, or all must be given.
  boolean mayAsk(RecordQuestion.Part part) {
    return switch (part) {
      case ALLERGIES -> sees(CarePart.ALLERGIES);
      case IMMUNIZATIONS, MEASURE, RESULTS, VITALS -> sees(CarePart.RESULTS);
      case APPOINTMENTS, VISITS -> sees(CarePart.APPOINTMENTS);
      case PROCEDURES, CONDITIONS -> sees(CarePart.CONDITIONS);
      case MEDICINES -> sees(CarePart.MEDICINES);
      case GOALS, PLANS, TEAM, DOCUMENTS, DUE -> sees(CarePart.CARE);
      case SOURCES -> true;
      case EVERYTHING, SHEET, ANY -> seesAll();
    };
  }

  /// The record as this viewer sees it.
  PatientRecord seen(PatientRecord record) {
    if (seesAll()) {
      return record;
    }
    List<Entry> seen = record.entries().stream()
        .filter(entry -> part(entry).filter(this::sees).isPresent())
        .filter(entry -> sees(CarePart.SENSITIVE)
            || !record.isSensitive(entry) && !SensitiveTopics.BUILT_IN.holds(entry))
        .toList();
    Set<RecordPart> incomplete = new HashSet<>(record.incomplete());
    if (!sees(CarePart.SENSITIVE)) {
      incomplete.addAll(RecordPart.all());
    }
    return new PatientRecord(record.person(), seen, record.asOf(), incomplete, record.sensitive());
  }

  /// A section as this viewer sees it: of a part that is not given nothing but that.
  RecordSection seen(RecordSection section) {
    return partOfSection(section.id()).map(this::sees).orElse(only.isEmpty())
        ? section
        : new RecordSection(
            section.id(), section.title(), RecordSection.Status.NOT_SHARED, List.of());
  }

  /// What a section of the record page belongs to; empty for one that is nobody's but the
  /// patient's.
  private static Optional<CarePart> partOfSection(String id) {
    return Optional.ofNullable(
        switch (id) {
          case "conditions", "procedures" -> CarePart.CONDITIONS;
          case "medicines" -> CarePart.MEDICINES;
          case "allergies" -> CarePart.ALLERGIES;
          case "labs", "vitals", "other-results", "immunizations", "measured" -> CarePart.RESULTS;
          case "appointments" -> CarePart.APPOINTMENTS;
          default -> null;
        });
  }

  private static Optional<CarePart> part(Entry entry) {
    return Optional.ofNullable(
        switch (entry) {
          case Condition condition -> CarePart.CONDITIONS;
          case Procedure procedure -> CarePart.CONDITIONS;
          case Medication medicine -> CarePart.MEDICINES;
          case Allergy allergy -> CarePart.ALLERGIES;
          case Measurement reading -> CarePart.RESULTS;
          case Immunization vaccine -> CarePart.RESULTS;
          case Appointment visit -> CarePart.APPOINTMENTS;
          case CareItem item -> part(item);
        });
  }

  private static @Nullable CarePart part(CareItem item) {
    return switch (item) {
      case CareItem.Filling filling -> CarePart.MEDICINES;
      case CareItem.Visit visit -> CarePart.APPOINTMENTS;
      case CareItem.Goal goal -> CarePart.CARE;
      case CareItem.Plan plan -> CarePart.CARE;
      case CareItem.Member member -> CarePart.CARE;
      case CareItem.Document document -> CarePart.CARE;
      case CareItem.Due due -> CarePart.CARE;
      case CareItem.Relative relative -> null;
    };
  }
}
