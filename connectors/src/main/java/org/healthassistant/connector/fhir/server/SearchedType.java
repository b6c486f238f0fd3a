package org.healthassistant.connector.fhir.server;

import java.util.List;
import java.util.Set;

/// A resource type that is searched by patient, in the order of the table of US Core.
///
/// @param name of the type
/// @param narrowed what is added where a server wants more than the patient, as Epic's does: the
///     values under which US Core has it list everything; empty: nothing helps
/// @param included the references that the reader needs; asked for where the server offers them
record SearchedType(String name, String narrowed, List<String> included) {

  /// All that are read.
  static final List<SearchedType> ALL = List.of(
      new SearchedType("AllergyIntolerance", "", List.of()),
      new SearchedType("Appointment", "", List.of("actor")),
      new SearchedType("CarePlan", "category=assess-plan", List.of()),
      new SearchedType("CareTeam", "status=active", List.of("participant")),
      new SearchedType(
          "Condition", "category=problem-list-item,encounter-diagnosis,health-concern", List.of()),
      new SearchedType("DocumentReference", "category=clinical-note,clinical-document", List.of()),
      new SearchedType("Encounter", "", List.of("participant", "location")),
      new SearchedType("Goal", "", List.of()),
      new SearchedType("Immunization", "", List.of()),
      new SearchedType("ImmunizationRecommendation", "", List.of()),
      new SearchedType("MedicationDispense", "", List.of("medication")),
      new SearchedType(
          "MedicationRequest",
          "intent=order,plan,original-order,reflex-order,filler-order,instance-order",
          List.of("medication", "requester")),
      new SearchedType("MedicationStatement", "", List.of("medication")),
      new SearchedType(
          "Observation",
          "category=laboratory,vital-signs,social-history,survey,exam,imaging,procedure,therapy,"
              + "activity",
          List.of()),
      new SearchedType("Procedure", "", List.of("performer")),
      new SearchedType("RelatedPerson", "", List.of()),
      new SearchedType("ServiceRequest", "", List.of()));

  /// Types that say something only beside the others of their part: a server that offers none of
  /// these others does not have that part.
  static final Set<String> BESIDE = Set.of("MedicationDispense");

  /// Types that are read whole when one of them changed: their resources name each other by
  /// references that no search includes.
  static final Set<String> TOGETHER =
      Set.of("Condition", "MedicationRequest", "MedicationStatement");

  /// Types whose references are followed where they lead out of what was found.
  static final Set<String> REFERRING = Set.of(
      "Appointment",
      "CareTeam",
      "Encounter",
      "MedicationDispense",
      "MedicationRequest",
      "MedicationStatement",
      "Procedure");

  /// Types that references are followed to.
  static final Set<String> REFERRED =
      Set.of("Location", "Medication", "Organization", "Practitioner", "PractitionerRole");
}
