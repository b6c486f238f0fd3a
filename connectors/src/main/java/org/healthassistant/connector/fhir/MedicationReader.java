package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.Medication.Kind;
import org.healthassistant.connector.record.Medication.Status;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Reads orders, plans and statements of medicines.
///
/// What was entered in error, is only proposed or an option, is a draft or an order not to give
/// something, and "no known medicines", is none.
final class MedicationReader {
  private static final Set<String> NOT_HELD = Set.of("entered-in-error", "draft");
  private static final Set<String> NOT_ORDERED = Set.of("proposal", "option");

  private MedicationReader() {}

  static @Nullable Medication read(String source, MedicationRequest read, EntryReaders bundle) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    String intent = read.getIntent() == null ? "order" : read.getIntent().toCode();
    Drug drug = Drug.of(read.getMedication(), bundle);
    if (NOT_HELD.contains(status)
        || NOT_ORDERED.contains(intent)
        || read.getDoNotPerform()
        || drug.saysNothing()) {
      return null;
    }
    return new Medication(
        source,
        drug.codes(),
        drug.label(),
        status(status),
        intent.equals("plan") ? Kind.PLAN : Kind.ORDER,
        reported(read.getReported()),
        dosage(read.getDosageInstruction()),
        Dates.of(read.getAuthoredOnElement()));
  }

  static @Nullable Medication read(String source, MedicationStatement read, EntryReaders bundle) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    Drug drug = Drug.of(read.getMedication(), bundle);
    if (NOT_HELD.contains(status) || drug.saysNothing()) {
      return null;
    }
    return new Medication(
        source,
        drug.codes(),
        drug.label(),
        status(status),
        Kind.STATEMENT,
        reported(read.getInformationSource()),
        dosage(read.getDosage()),
        Dates.firstOf(read.getEffective(), read.getDateAssertedElement()));
  }

  private static Status status(String code) {
    return switch (code) {
      case "active" -> Status.ACTIVE;
      case "on-hold" -> Status.ON_HOLD;
      case "intended" -> Status.INTENDED;
      case "stopped" -> Status.STOPPED;
      case "completed" -> Status.COMPLETED;
      case "cancelled" -> Status.CANCELLED;
      case "not-taken" -> Status.NOT_TAKEN;
      default -> Status.UNKNOWN;
    };
  }

  /// True for the flag, and for a source that is the patient or a person close to the patient.
  private static boolean reported(@Nullable Type reported) {
    return switch (reported) {
      case BooleanType flag -> Boolean.TRUE.equals(flag.getValue());
      case Reference reference -> {
        String by = Concepts.orEmpty(reference.getReference());
        yield by.contains("Patient/") || by.contains("RelatedPerson/");
      }
      case null -> false;
      default -> false;
    };
  }

  private static @Nullable String dosage(List<Dosage> dosages) {
    String words = dosages.stream()
        .map(dosage -> dosage.hasText() ? dosage.getText() : dosage.getPatientInstruction())
        .map(Concepts::orEmpty)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("; "));
    return Concepts.orNull(words);
  }

  /// What the medicine is: a concept, or a Medication resource inside the entry or elsewhere in
  /// the Bundle.
  private record Drug(CodeableConcept name, List<CodeableConcept> ingredients, String display) {
    static Drug of(@Nullable Type medication, EntryReaders bundle) {
      return switch (medication) {
        case CodeableConcept concept -> new Drug(concept, List.of(), "");
        case Reference reference -> referred(reference, bundle);
        case null -> new Drug(new CodeableConcept(), List.of(), "");
        default -> new Drug(new CodeableConcept(), List.of(), "");
      };
    }

    private static Drug referred(Reference reference, EntryReaders bundle) {
      String display = Concepts.orEmpty(reference.getDisplay());
      if (reference.getResource() instanceof org.hl7.fhir.r4.model.Medication contained) {
        return of(contained, display);
      }
      return bundle
          .find(Concepts.orEmpty(reference.getReference()))
          .map(BundleEntry::resource)
          .map(json -> ResourceParser.parse(org.hl7.fhir.r4.model.Medication.class, json))
          .map(found -> of(found, display))
          .orElseGet(() -> new Drug(new CodeableConcept(), List.of(), display));
    }

    private static Drug of(org.hl7.fhir.r4.model.Medication found, String display) {
      List<CodeableConcept> ingredients = found.getIngredient().stream()
          .map(ingredient -> ingredient.getItem())
          .filter(CodeableConcept.class::isInstance)
          .map(CodeableConcept.class::cast)
          .toList();
      return new Drug(found.getCode(), ingredients, display);
    }

    List<Code> codes() {
      return Stream.concat(Stream.of(name), ingredients.stream())
          .flatMap(concept -> Concepts.codes(concept).stream())
          .distinct()
          .toList();
    }

    String label() {
      return Concepts.label(
          name,
          new CodeableConcept().setText(display),
          new CodeableConcept().setText(ingredientNames()));
    }

    private String ingredientNames() {
      return ingredients.stream()
          .map(Concepts::name)
          .filter(name -> name != null)
          .collect(Collectors.joining(" and "));
    }

    boolean saysNothing() {
      return Concepts.saysNothing(name);
    }
  }
}
