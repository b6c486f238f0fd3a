package org.healthassistant.connector.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Dose;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.Medication.Kind;
import org.healthassistant.connector.record.Medication.Status;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
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
        Dosages.words(read.getDosageInstruction()),
        bundle.dates().date(read.getAuthoredOnElement()),
        ended(read, bundle.dates()),
        Dosages.coded(read.getDosageInstruction()),
        ordering(read, bundle));
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
        Dosages.words(read.getDosage()),
        bundle.dates().firstOf(read.getEffective(), read.getDateAssertedElement()),
        bundle.dates().end(read.getEffective()),
        Dosages.coded(read.getDosage()),
        reasons(read.getReasonCode(), read.getReasonReference(), bundle).isEmpty()
            ? null
            : new Medication.Ordering(
                null,
                reasons(read.getReasonCode(), read.getReasonReference(), bundle),
                null,
                null));
  }

  /// When an order ends: its validity, or the last of its instructions where each has an end and
  /// nothing may be dispensed again.
  private static @Nullable PartialDate ended(MedicationRequest read, Dates dates) {
    PartialDate valid = dates.end(read.getDispenseRequest().getValidityPeriod());
    if (valid != null || read.getDispenseRequest().getNumberOfRepeatsAllowed() > 0) {
      return valid;
    }
    PartialDate last = null;
    for (Dosage dosage : read.getDosageInstruction()) {
      PartialDate end = ended(
          dosage.getTiming().getRepeat().getBounds(),
          dates.date(read.getAuthoredOnElement()),
          dates);
      if (end == null) {
        return null;
      }
      last = last == null || end.latest().isAfter(last.latest()) ? end : last;
    }
    return last;
  }

  private static @Nullable PartialDate ended(
      @Nullable Type bounds, @Nullable PartialDate begun, Dates dates) {
    Integer days = bounds instanceof Duration duration ? days(duration) : null;
    return days == null || begun == null
        ? dates.end(bounds)
        : PartialDate.of(begun.latest().plusDays(days));
  }

  private static Medication.@Nullable Ordering ordering(
      MedicationRequest read, EntryReaders bundle) {
    var supply = read.getDispenseRequest();
    var ordering = new Medication.Ordering(
        bundle.name(read.getRequester()),
        reasons(read.getReasonCode(), read.getReasonReference(), bundle),
        days(supply.getExpectedSupplyDuration()),
        supply.hasNumberOfRepeatsAllowed()
            ? Integer.valueOf(supply.getNumberOfRepeatsAllowed())
            : null);
    boolean told = ordering.prescriber() != null
        || !ordering.reasons().isEmpty()
        || ordering.daysOfSupply() != null
        || ordering.refills() != null;
    return told ? ordering : null;
  }

  /// What a medicine is for: concepts, or the conditions that are referred to.
  private static List<String> reasons(
      List<CodeableConcept> concepts, List<Reference> references, EntryReaders bundle) {
    return Stream.concat(
            concepts.stream().map(Concepts::name),
            references.stream().map(reference -> reason(reference, bundle)))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static @Nullable String reason(Reference reference, EntryReaders bundle) {
    String display = Concepts.orNull(reference.getDisplay());
    return display != null
        ? display
        : bundle
            .find(Concepts.orEmpty(reference.getReference()))
            .filter(found -> found.type().equals("Condition"))
            .map(found ->
                ResourceParser.parse(org.hl7.fhir.r4.model.Condition.class, found.resource()))
            .map(found -> Concepts.name(found.getCode()))
            .orElse(null);
  }

  /// A supply in whole days; null where it is none or in another unit.
  static @Nullable Integer days(Quantity supply) {
    String unit = Concepts.orEmpty(supply.hasCode() ? supply.getCode() : supply.getUnit());
    return supply.getValue() != null && Set.of("d", "day", "days", "").contains(unit)
        ? Integer.valueOf(supply.getValue().intValue())
        : null;
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

  /// What the medicine is: a concept, or a Medication resource inside the entry or elsewhere in
  /// the Bundle.
  record Drug(CodeableConcept name, List<CodeableConcept> ingredients, String display) {
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

  /// Reads how a medicine is to be taken: the source's own words, and its coded elements.
  private static final class Dosages {
    private Dosages() {}

    /// The words of the source; null if it wrote none.
    static @Nullable String words(List<Dosage> dosages) {
      String words = dosages.stream()
          .map(dosage -> dosage.hasText() ? dosage.getText() : dosage.getPatientInstruction())
          .map(Concepts::orEmpty)
          .filter(text -> !text.isBlank())
          .collect(Collectors.joining("; "));
      return Concepts.orNull(words);
    }

    /// The coded doses that say anything, in the source's order.
    static List<Dose> coded(List<Dosage> dosages) {
      return dosages.stream().map(Dosages::dose).filter(Dosages::saysSomething).toList();
    }

    private static Dose dose(Dosage read) {
      Timing.TimingRepeatComponent repeat = read.getTiming().getRepeat();
      String unit =
          repeat.getPeriodUnit() == null ? null : repeat.getPeriodUnit().toCode();
      boolean needed = read.getAsNeeded() instanceof CodeableConcept
          || (read.getAsNeeded() instanceof BooleanType flag
              && Boolean.TRUE.equals(flag.getValue()));
      return new Dose(
          amount(read.getDoseAndRate()),
          Concepts.name(read.getRoute()),
          repeat.hasPeriod() && !repeat.hasFrequency()
              ? Integer.valueOf(1)
              : repeat.hasFrequency() ? Integer.valueOf(repeat.getFrequency()) : null,
          repeat.getPeriod(),
          unit,
          Stream.concat(
                  repeat.getWhen().stream()
                      .map(Enumeration::getValue)
                      .filter(Objects::nonNull)
                      .map(Timing.EventTiming::toCode),
                  Stream.ofNullable(timingCode(read.getTiming())))
              .filter(Objects::nonNull)
              .toList(),
          needed);
    }

    /// The abbreviation of a timing, such as `BID`, where nothing else tells how often.
    private static @Nullable String timingCode(Timing timing) {
      return timing.hasRepeat() ? null : Concepts.name(timing.getCode());
    }

    private static @Nullable String amount(List<DosageDoseAndRateComponent> doses) {
      return doses.stream()
          .map(DosageDoseAndRateComponent::getDose)
          .map(dose -> switch (dose) {
            case Quantity quantity -> quantity(quantity);
            case Range range -> range(range);
            case null -> "";
            default -> "";
          })
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse(null);
    }

    private static String quantity(Quantity quantity) {
      if (quantity.getValue() == null) {
        return "";
      }
      String unit = Concepts.orEmpty(quantity.hasUnit() ? quantity.getUnit() : quantity.getCode());
      String shown = unit.startsWith("{") ? unit.replaceAll("[{}]", "") : unit;
      return (quantity.getValue().toPlainString() + " " + shown).strip();
    }

    private static String range(Range range) {
      String low = quantity(range.getLow());
      String high = quantity(range.getHigh());
      return low.isEmpty() || high.isEmpty() ? low + high : low + " - " + high;
    }

    private static boolean saysSomething(Dose dose) {
      return dose.amount() != null
          || dose.frequency() != null
          || !dose.when().isEmpty()
          || dose.asNeeded();
    }
  }
}
