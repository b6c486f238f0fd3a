package org.healthassistant.connector.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ImmunizationRecommendation;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads visits to come and visits that were, goals, plans, the people of the care team,
/// documents, fillings and what is due; what was entered in error or cancelled is none.
///
/// @param bundle where references are looked up
record CareReader(EntryReaders bundle) {
  private static final Set<String> NOT_HELD =
      Set.of("entered-in-error", "cancelled", "revoked", "rejected", "superseded", "declined");

  /// An address at which a visit is joined, wherever the source wrote it.
  private static final Pattern LINK = Pattern.compile("https://[^\\s\"<>]+");

  /// Reads a resource of one of these types as the entries it holds: of a care team each member,
  /// of recommendations each vaccine.
  List<Entry> read(String source, JsonNode json, String type) {
    return switch (type) {
      case "Appointment" -> one(appointment(source, json));
      case "Encounter" -> one(visit(source, parse(Encounter.class, json)));
      case "Goal" -> one(goal(source, parse(Goal.class, json)));
      case "CarePlan" -> one(plan(source, parse(CarePlan.class, json)));
      case "CareTeam" -> members(source, parse(CareTeam.class, json));
      case "DocumentReference" -> one(document(source, parse(DocumentReference.class, json)));
      case "MedicationDispense" -> one(filling(source, parse(MedicationDispense.class, json)));
      case "ServiceRequest" -> one(order(source, parse(ServiceRequest.class, json)));
      case "ImmunizationRecommendation" ->
        recommendations(source, parse(ImmunizationRecommendation.class, json));
      default -> List.of();
    };
  }

  private static <R extends org.hl7.fhir.r4.model.Resource> R parse(Class<R> type, JsonNode json) {
    return ResourceParser.parse(type, json);
  }

  private static List<Entry> one(@Nullable Entry entry) {
    return entry == null ? List.of() : List.of(entry);
  }

  private @Nullable Appointment appointment(String source, JsonNode json) {
    var read = parse(org.hl7.fhir.r4.model.Appointment.class, json);
    String status = read.getStatus() == null ? "unknown" : read.getStatus().toCode();
    if (status.equals("entered-in-error")) {
      return null;
    }
    CodeableConcept service =
        read.hasServiceType() ? read.getServiceTypeFirstRep() : read.getAppointmentType();
    String description = Concepts.orNull(read.getDescription());
    if (description == null && read.hasReasonCode()) {
      description = Concepts.name(read.getReasonCodeFirstRep());
    }
    List<Reference> actors = read.getParticipant().stream()
        .map(AppointmentParticipantComponent::getActor)
        .toList();
    return new Appointment(
        source,
        Concepts.codes(service),
        Concepts.label(
            service,
            new CodeableConcept().setText(description),
            new CodeableConcept().setText("Appointment")),
        bundle.dates().moment(read.getStartElement()),
        bundle.dates().moment(read.getEndElement()),
        status,
        description,
        actors.stream().filter(this::isPlace).map(this::name).findFirst().orElse(null),
        people(actors.stream().filter(actor -> !isPlace(actor))),
        link(json, actors));
  }

  private @Nullable CareItem visit(String source, Encounter read) {
    String status = read.getStatus() == null ? "unknown" : read.getStatus().toCode();
    if (NOT_HELD.contains(status) || status.equals("planned")) {
      return null;
    }
    String kind = Concepts.orNull(read.getClass_().getDisplay());
    List<String> reasons = names(read.getReasonCode());
    return new CareItem.Visit(
        source,
        read.hasType() ? Concepts.codes(read.getTypeFirstRep()) : List.of(),
        Concepts.label(
            read.hasType() ? read.getTypeFirstRep() : new CodeableConcept(),
            read.getServiceType(),
            new CodeableConcept().setText(kind),
            new CodeableConcept().setText("Visit")),
        bundle.dates().date(read.getPeriod()),
        bundle.dates().end(read.getPeriod()),
        reasons,
        people(read.getParticipant().stream().map(p -> p.getIndividual())),
        read.hasLocation()
            ? name(read.getLocationFirstRep().getLocation())
            : name(read.getServiceProvider()));
  }

  private @Nullable CareItem goal(String source, Goal read) {
    String status = read.getLifecycleStatus() == null
        ? "unknown"
        : read.getLifecycleStatus().toCode();
    if (NOT_HELD.contains(status)) {
      return null;
    }
    return new CareItem.Goal(
        source,
        Concepts.codes(read.getDescription()),
        Concepts.label(read.getDescription()),
        status,
        bundle.dates().firstOf(read.getStart(), read.getStatusDateElement()),
        read.getTarget().stream().map(this::target).toList());
  }

  private CareItem.Target target(Goal.GoalTargetComponent read) {
    PartialDate due = bundle.dates().date(read.getDue());
    if (read.getDetail() instanceof Range range) {
      return new CareItem.Target(
          Concepts.codes(read.getMeasure()),
          range.getLow().getValue(),
          range.getHigh().getValue(),
          unit(range.hasHigh() ? range.getHigh() : range.getLow()),
          due);
    }
    return read.getDetail() instanceof Quantity quantity
        ? ofOneEnd(read, quantity, due)
        : new CareItem.Target(Concepts.codes(read.getMeasure()), null, null, null, due);
  }

  /// `<` and `<=` give the upper end, `>` and `>=` the lower one, no sign both.
  private static CareItem.Target ofOneEnd(
      Goal.GoalTargetComponent read, Quantity quantity, @Nullable PartialDate due) {
    String sign =
        quantity.getComparator() == null ? "" : quantity.getComparator().toCode();
    return new CareItem.Target(
        Concepts.codes(read.getMeasure()),
        sign.startsWith("<") ? null : quantity.getValue(),
        sign.startsWith(">") ? null : quantity.getValue(),
        unit(quantity),
        due);
  }

  private static @Nullable String unit(Quantity quantity) {
    return Concepts.orNull(quantity.hasUnit() ? quantity.getUnit() : quantity.getCode());
  }

  private @Nullable CareItem plan(String source, CarePlan read) {
    String status = read.getStatus() == null ? "unknown" : read.getStatus().toCode();
    if (NOT_HELD.contains(status)) {
      return null;
    }
    List<String> activities = new ArrayList<>();
    for (CarePlan.CarePlanActivityComponent activity : read.getActivity()) {
      CarePlan.CarePlanActivityDetailComponent detail = activity.getDetail();
      String name = Concepts.name(detail.getCode());
      String told = name != null ? name : Concepts.orNull(detail.getDescription());
      String known =
          told != null ? told : Concepts.orNull(activity.getReference().getDisplay());
      if (known != null) {
        activities.add(known);
      }
    }
    CodeableConcept title = new CodeableConcept().setText(read.getTitle());
    CodeableConcept kind = read.getCategory().isEmpty()
        ? new CodeableConcept()
        : read.getCategory().getLast();
    return new CareItem.Plan(
        source,
        Concepts.codes(kind),
        Concepts.label(title, kind, new CodeableConcept().setText("Care plan")),
        status,
        bundle.dates().firstOf(read.getPeriod(), read.getCreatedElement()),
        bundle.dates().end(read.getPeriod()),
        activities);
  }

  /// Each member whose time is not over by the source's own word, once.
  private List<Entry> members(String source, CareTeam read) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    if (NOT_HELD.contains(status) || status.equals("inactive")) {
      return List.of();
    }
    List<Entry> members = new ArrayList<>();
    for (CareTeam.CareTeamParticipantComponent participant : read.getParticipant()) {
      String name = isPatient(participant.getMember()) ? null : name(participant.getMember());
      if (name != null && !participant.getPeriod().hasEnd()) {
        CodeableConcept role = participant.getRoleFirstRep();
        members.add(new CareItem.Member(
            members.isEmpty() ? source : source + "#" + (members.size() + 1),
            Concepts.codes(role),
            name,
            Concepts.name(role),
            bundle.dates().date(participant.getPeriod())));
      }
    }
    return members;
  }

  private @Nullable CareItem document(String source, DocumentReference read) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    if (NOT_HELD.contains(status)) {
      return null;
    }
    return new CareItem.Document(
        source,
        Concepts.codes(read.getType()),
        Concepts.label(
            new CodeableConcept().setText(read.getDescription()),
            read.getType(),
            new CodeableConcept().setText("Document")),
        bundle.dates().firstOf(read.getContext().getPeriod(), read.getDateElement()));
  }

  private @Nullable CareItem filling(String source, MedicationDispense read) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    if (!Set.of("completed", "").contains(status)) {
      return null; // only what was handed out
    }
    var drug = MedicationReader.Drug.of(read.getMedication(), bundle);
    return new CareItem.Filling(
        source,
        drug.codes(),
        drug.label(),
        bundle.dates().firstOf(read.getWhenHandedOverElement(), read.getWhenPreparedElement()),
        MedicationReader.days(read.getDaysSupply()));
  }

  /// An order that stands and was not carried out, as far as the source says.
  private @Nullable CareItem order(String source, ServiceRequest read) {
    String status = read.getStatus() == null ? "" : read.getStatus().toCode();
    return status.equals("active") && !read.getDoNotPerform()
        ? new CareItem.Due(
            source,
            Concepts.codes(read.getCode()),
            Concepts.label(read.getCode()),
            bundle.dates().date(read.getOccurrence()))
        : null;
  }

  private List<Entry> recommendations(String source, ImmunizationRecommendation read) {
    List<Entry> due = new ArrayList<>();
    for (var each : read.getRecommendation()) {
      boolean open = Concepts.words(each.getForecastStatus())
          .noneMatch(Set.of("complete", "contraindicated", "immune")::contains);
      CodeableConcept vaccine =
          each.hasVaccineCode() ? each.getVaccineCodeFirstRep() : each.getTargetDisease();
      if (open && Concepts.name(vaccine) != null) {
        due.add(new CareItem.Due(
            due.isEmpty() ? source : source + "#" + (due.size() + 1),
            Concepts.codes(vaccine),
            Concepts.label(vaccine),
            each.hasDateCriterion()
                ? bundle.dates().date(each.getDateCriterionFirstRep().getValueElement())
                : null));
      }
    }
    return due;
  }

  private static List<String> names(List<CodeableConcept> concepts) {
    return concepts.stream()
        .map(Concepts::name)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// The names of references, each once, without the patient's own.
  private List<String> people(Stream<Reference> references) {
    return references
        .filter(reference -> !isPatient(reference))
        .map(this::name)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private boolean isPatient(Reference reference) {
    return Concepts.orEmpty(reference.getReference()).contains("Patient/")
        || bundle
            .find(Concepts.orEmpty(reference.getReference()))
            .filter(found -> found.type().equals("Patient"))
            .isPresent();
  }

  private boolean isPlace(Reference actor) {
    String reference = Concepts.orEmpty(actor.getReference());
    return reference.contains("Location/")
        || bundle
            .find(reference)
            .filter(found -> found.type().equals("Location"))
            .isPresent();
  }

  private @Nullable String name(Reference reference) {
    return bundle.name(reference);
  }

  /// The first address in the words of an appointment, or of its place.
  private @Nullable String link(JsonNode json, List<Reference> actors) {
    List<String> written = new ArrayList<>();
    for (String element : List.of("comment", "patientInstruction")) {
      written.add(json.path(element).asString(""));
    }
    json.path("extension").forEach(extension -> {
      if (extension
          .path("url")
          .asString("")
          .toLowerCase(java.util.Locale.ROOT)
          .contains("virtual")) {
        extension.forEach(value -> written.add(value.toString()));
      }
    });
    actors.stream()
        .filter(this::isPlace)
        .flatMap(actor -> bundle.find(Concepts.orEmpty(actor.getReference())).stream())
        .forEach(place -> written.add(place.resource().path("telecom").toString()));
    return written.stream()
        .filter(text -> !text.startsWith("\"http://hl7.org"))
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .filter(link -> !link.contains("hl7.org/"))
        .findFirst()
        .orElse(null);
  }
}
