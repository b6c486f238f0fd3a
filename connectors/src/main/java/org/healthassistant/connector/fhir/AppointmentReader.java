package org.healthassistant.connector.fhir;

import org.healthassistant.connector.record.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// Reads an appointment; what was entered in error is none.
final class AppointmentReader {
  private AppointmentReader() {}

  static @Nullable Appointment read(
      String source, org.hl7.fhir.r4.model.Appointment read, EntryReaders bundle) {
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
        place(read, bundle));
  }

  /// The name of the first participant that is a location.
  private static @Nullable String place(
      org.hl7.fhir.r4.model.Appointment read, EntryReaders bundle) {
    return read.getParticipant().stream()
        .map(AppointmentParticipantComponent::getActor)
        .filter(actor -> isLocation(actor, bundle))
        .map(actor -> name(actor, bundle))
        .findFirst()
        .orElse(null);
  }

  private static boolean isLocation(Reference actor, EntryReaders bundle) {
    String reference = Concepts.orEmpty(actor.getReference());
    return reference.contains("Location/")
        || bundle
            .find(reference)
            .filter(found -> found.type().equals("Location"))
            .isPresent();
  }

  private static @Nullable String name(Reference actor, EntryReaders bundle) {
    String display = Concepts.orNull(actor.getDisplay());
    return display != null
        ? display
        : bundle
            .find(Concepts.orEmpty(actor.getReference()))
            .map(found -> found.resource().path("name").asString(""))
            .map(Concepts::orNull)
            .orElse(null);
  }
}
