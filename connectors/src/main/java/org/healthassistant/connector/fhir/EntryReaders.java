package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Procedure;
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
record EntryReaders(List<BundleEntry> entries) {
  private static final Set<String> KNOWN = Set.of(
      "AllergyIntolerance",
      "Appointment",
      "Condition",
      "Immunization",
      "MedicationRequest",
      "MedicationStatement",
      "Observation",
      "Procedure");

  static boolean knows(String type) {
    return KNOWN.contains(type);
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
        AllergyReader.read(source, ResourceParser.parse(AllergyIntolerance.class, json));
      case "Appointment" ->
        AppointmentReader.read(source, ResourceParser.parse(Appointment.class, json), this);
      case "Condition" -> ConditionReader.read(source, ResourceParser.parse(Condition.class, json));
      case "Immunization" -> immunization(source, json);
      case "MedicationRequest" ->
        MedicationReader.read(source, ResourceParser.parse(MedicationRequest.class, json), this);
      case "MedicationStatement" ->
        MedicationReader.read(source, ResourceParser.parse(MedicationStatement.class, json), this);
      case "Observation" ->
        ObservationReader.read(source, ResourceParser.parse(Observation.class, json));
      case "Procedure" -> procedure(source, json);
      default -> null;
    };
  }

  /// The entry that a reference means, if the Bundle holds it.
  Optional<BundleEntry> find(String reference) {
    return entries.stream().filter(entry -> entry.isMeantBy(reference)).findFirst();
  }

  private static @Nullable Entry immunization(String source, JsonNode json) {
    var read = ResourceParser.parse(org.hl7.fhir.r4.model.Immunization.class, json);
    if (read.getStatus() != org.hl7.fhir.r4.model.Immunization.ImmunizationStatus.COMPLETED) {
      return null;
    }
    return new Immunization(
        source,
        Concepts.codes(read.getVaccineCode()),
        Concepts.label(read.getVaccineCode()),
        Dates.of(read.getOccurrence()));
  }

  private static @Nullable Entry procedure(String source, JsonNode json) {
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
        Dates.of(read.getPerformed()));
  }
}
