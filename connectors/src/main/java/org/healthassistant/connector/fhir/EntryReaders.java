package org.healthassistant.connector.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The one list of the resource types that are read; all others are passed over.
///
/// @param entries of the Bundle, where references are looked up
/// @param dates how days and moments are told
/// @param found what references led to, so that a Bundle is searched once for each
record EntryReaders(
    List<BundleEntry> entries, Dates dates, Map<String, Optional<BundleEntry>> found) {
  /// The types that are read, and the part of the record that each stands in.
  private static final Map<String, RecordPart> KNOWN = Map.ofEntries(
      Map.entry("AllergyIntolerance", RecordPart.ALLERGIES),
      Map.entry("Appointment", RecordPart.APPOINTMENTS),
      Map.entry("CarePlan", RecordPart.PLANS),
      Map.entry("CareTeam", RecordPart.TEAM),
      Map.entry("Condition", RecordPart.CONDITIONS),
      Map.entry("DocumentReference", RecordPart.DOCUMENTS),
      Map.entry("Encounter", RecordPart.VISITS),
      Map.entry("Goal", RecordPart.GOALS),
      Map.entry("Immunization", RecordPart.IMMUNIZATIONS),
      Map.entry("ImmunizationRecommendation", RecordPart.DUE),
      Map.entry("MedicationDispense", RecordPart.MEDICINES),
      Map.entry("MedicationRequest", RecordPart.MEDICINES),
      Map.entry("MedicationStatement", RecordPart.MEDICINES),
      Map.entry("Observation", RecordPart.MEASUREMENTS),
      Map.entry("Procedure", RecordPart.PROCEDURES),
      Map.entry("ServiceRequest", RecordPart.DUE));

  /// Who may act for the patient: no part of what the record says of the patient's health, so
  /// where it cannot be read nobody may, and no part is incomplete for it.
  private static final String RELATIVE = "RelatedPerson";

  /// Names that other versions of FHIR have for what is read here.
  private static final Map<String, RecordPart> ELSEWHERE = Map.of(
      "MedicationOrder", RecordPart.MEDICINES,
      "MedicationPrescription", RecordPart.MEDICINES,
      "MedicationUsage", RecordPart.MEDICINES,
      "ProcedureRequest", RecordPart.DUE,
      "ReferralRequest", RecordPart.DUE);

  EntryReaders(List<BundleEntry> entries, Dates dates) {
    this(entries, dates, new HashMap<>());
  }

  static boolean knows(String type) {
    return KNOWN.containsKey(type) || type.equals(RELATIVE);
  }

  /// Whether a type is one of another version of FHIR, which tells what is read here from R4.
  static boolean isOfAnotherVersion(String type) {
    return ELSEWHERE.containsKey(type);
  }

  /// The parts that are incomplete when a resource of a type is missing: all of them for one
  /// whose type is not told, none for a type that is not read.
  static Set<RecordPart> parts(String type) {
    RecordPart part = KNOWN.getOrDefault(type, ELSEWHERE.get(type));
    return part != null ? Set.of(part) : type.isEmpty() ? RecordPart.all() : Set.of();
  }

  /// Reads an entry of a known type.
  ///
  /// @return empty if the entry says that it does not hold: refuted, entered in error, not done,
  /// only proposed; several for one that lists several things
  List<Entry> read(BundleEntry entry) {
    Entry one = single(entry);
    return one != null
        ? List.of(one)
        : new CareReader(this).read(entry.source(), entry.resource(), entry.type());
  }

  private @Nullable Entry single(BundleEntry entry) {
    String source = entry.source();
    JsonNode json = entry.resource();
    return switch (entry.type()) {
      case "AllergyIntolerance" ->
        AllergyReader.read(source, ResourceParser.parse(AllergyIntolerance.class, json), dates);
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
      case RELATIVE ->
        PatientReader.relative(source, ResourceParser.parse(RelatedPerson.class, json), dates);
      default -> null;
    };
  }

  /// The entry that a reference means, if the Bundle holds it.
  Optional<BundleEntry> find(String reference) {
    return found.computeIfAbsent(
        reference,
        meant -> entries.stream().filter(entry -> entry.isMeantBy(meant)).findFirst());
  }

  /// The name of whom or what a reference means: its own words, or those of the entry it means.
  @Nullable
  String name(Reference reference) {
    String display = Concepts.orNull(reference.getDisplay());
    return display != null
        ? display
        : find(Concepts.orEmpty(reference.getReference()))
            .map(found -> name(found.resource()))
            .map(Concepts::orNull)
            .orElse(null);
  }

  /// Of a place its name, of a person the name's parts, of a role the person in it.
  private static String name(JsonNode found) {
    JsonNode name = found.path("name");
    if (name.isString()) {
      return name.asString("");
    }
    JsonNode first = name.path(0);
    if (!first.path("text").asString("").isBlank()) {
      return first.path("text").asString("");
    }
    if (first.isMissingNode()) {
      return found.path("practitioner").path("display").asString("");
    }
    List<String> parts = new ArrayList<>();
    for (String element : List.of("prefix", "given")) {
      first.path(element).forEach(part -> parts.add(part.asString("")));
    }
    parts.add(first.path("family").asString(""));
    return String.join(" ", parts).strip();
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
        dates.date(read.getPerformed()),
        read.getPerformer().stream()
            .map(performer -> name(performer.getActor()))
            .filter(Objects::nonNull)
            .toList(),
        read.getReasonCode().stream()
            .map(Concepts::name)
            .filter(Objects::nonNull)
            .toList(),
        read.getNote().stream()
            .map(note -> Concepts.orNull(note.getText()))
            .filter(Objects::nonNull)
            .toList());
  }
}
