package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The one list of the resource types that are read; all others are passed over.
///
/// @param entries of the Bundle, where references are looked up
/// @param dates how days and moments are told
record EntryReaders(List<BundleEntry> entries, Dates dates) {
  /// The types that are read, and the part of the record that each stands in.
  private static final Map<String, RecordPart> KNOWN = Map.of(
      "AllergyIntolerance", RecordPart.ALLERGIES,
      "Appointment", RecordPart.APPOINTMENTS,
      "Condition", RecordPart.CONDITIONS,
      "Immunization", RecordPart.IMMUNIZATIONS,
      "MedicationRequest", RecordPart.MEDICINES,
      "MedicationStatement", RecordPart.MEDICINES,
      "Observation", RecordPart.MEASUREMENTS,
      "Procedure", RecordPart.PROCEDURES);

  static boolean knows(String type) {
    return KNOWN.containsKey(type);
  }

  /// The parts that are incomplete when a resource of a type is missing: all of them for one
  /// whose type is not told, none for a type that is not read.
  static Set<RecordPart> parts(String type) {
    RecordPart part = KNOWN.get(type);
    return part != null ? Set.of(part) : type.isEmpty() ? RecordPart.all() : Set.of();
  }

  /// Reads an entry of a known type.
  ///
  /// @return null if the entry says that it does not hold: refuted, entered in error, not done,
  /// only proposed
  @Nullable
  Entry read(BundleEntry entry) {
    String source = entry.source();
    JsonNode json = entry.resource();
    return switch (entry.type()) {
      case "AllergyIntolerance" ->
        AllergyReader.read(source, ResourceParser.parse(AllergyIntolerance.class, json), dates);
      case "Appointment" ->
        AppointmentReader.read(source, ResourceParser.parse(Appointment.class, json), this);
      case "Condition" ->
        ConditionReader.read(source, ResourceParser.parse(Condition.class, json), dates);
      case "Immunization" -> immunization(source, json);
      case "MedicationRequest" ->
        MedicationReader.read(source, ResourceParser.parse(MedicationRequest.class, json), this);
      case "MedicationStatement" ->
        MedicationReader.read(source, ResourceParser.parse(MedicationStatement.class, json), this);
      case "Observation" ->
        ObservationReader.read(source, ResourceParser.parse(Observation.class, json), dates);
      case "Procedure" -> procedure(source, json);
      default -> null;
    };
  }

  /// The entry that a reference means, if the Bundle holds it.
  Optional<BundleEntry> find(String reference) {
    return entries.stream().filter(entry -> entry.isMeantBy(reference)).findFirst();
  }

  private @Nullable Entry immunization(String source, JsonNode json) {
    var read = ResourceParser.parse(org.hl7.fhir.r4.model.Immunization.class, json);
    if (read.getStatus() != org.hl7.fhir.r4.model.Immunization.ImmunizationStatus.COMPLETED) {
      return null;
    }
    return new Immunization(
        source,
        Concepts.codes(read.getVaccineCode()),
        Concepts.label(read.getVaccineCode()),
        dates.date(read.getOccurrence()));
  }

  private @Nullable Entry procedure(String source, JsonNode json) {
    var read = ResourceParser.parse(org.hl7.fhir.r4.model.Procedure.class, json);
    String status = read.getStatus() == null ? "unknown" : read.getStatus().toCode();
    if (status.equals("not-done") || status.equals("entered-in-error")) {
      return null;
    }
    return new Procedure(
        source,
        Concepts.codes(read.getCode()),
        Concepts.label(read.getCode()),
        status,
        dates.date(read.getPerformed()));
  }
}
