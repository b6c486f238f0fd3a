package org.healthassistant.connector.fhir.written;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPriority;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/// An escalation: what the patient's message was about as a `Communication`, and what the care
/// team is asked to do as a `Task` that focuses on it. Neither holds a word of the patient's.
public final class EscalationResources {

  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/communication-category";

  private EscalationResources() {}

  /// How soon somebody is needed; the words are those of FHIR.
  public enum Priority {
    /// At once.
    STAT,
    /// Today.
    ASAP,
    /// Within days.
    ROUTINE
  }

  /// How far the care team is.
  public enum Progress {
    /// Nobody has taken it.
    REQUESTED,
    /// Somebody has taken it.
    ACCEPTED,
    /// Somebody is in contact with the patient.
    IN_PROGRESS,
    /// It is closed.
    COMPLETED
  }

  /// A message that needs somebody.
  ///
  /// @param sent when the patient wrote it
  /// @param topics what it is about, as a person says it; may be empty
  public record Alert(
      String patientId, Priority priority, OffsetDateTime sent, List<String> topics) {}

  /// What is asked of the care team.
  ///
  /// @param alertIdentifier our identifier of the `Communication` that it is about
  /// @param authored when it was opened
  /// @param changed when it was last changed
  /// @param due by when the patient expects an answer
  /// @param outcome what came of it, as a person says it; empty while it is open
  public record Request(
      String patientId,
      Priority priority,
      Progress progress,
      String alertIdentifier,
      OffsetDateTime authored,
      OffsetDateTime changed,
      OffsetDateTime due,
      Optional<String> outcome) {}

  /// The `Communication` as JSON.
  public static String communication(String identifier, Alert alert) {
    Communication communication = new Communication();
    communication.addIdentifier(Written.identifier(identifier));
    communication.setStatus(CommunicationStatus.COMPLETED);
    communication
        .addCategory()
        .addCoding()
        .setSystem(CATEGORIES)
        .setCode("alert")
        .setDisplay("Alert");
    communication.setPriority(
        switch (alert.priority()) {
          case STAT -> CommunicationPriority.STAT;
          case ASAP -> CommunicationPriority.ASAP;
          case ROUTINE -> CommunicationPriority.ROUTINE;
        });
    communication.setSubject(Written.patient(alert.patientId()));
    communication.setSender(Written.patient(alert.patientId()));
    communication.setSentElement(Written.time(alert.sent()));
    alert.topics().forEach(topic -> communication.addReasonCode().setText(topic));
    communication
        .addPayload()
        .setContent(new StringType(
            "The patient wrote to the health assistant; what was written is in its workspace."));
    return Written.json(communication);
  }

  /// The `Task` as JSON.
  public static String task(String identifier, Request request) {
    Task task = new Task();
    task.addIdentifier(Written.identifier(identifier));
    task.setIntent(TaskIntent.ORDER);
    task.setStatus(
        switch (request.progress()) {
          case REQUESTED -> TaskStatus.REQUESTED;
          case ACCEPTED -> TaskStatus.ACCEPTED;
          case IN_PROGRESS -> TaskStatus.INPROGRESS;
          case COMPLETED -> TaskStatus.COMPLETED;
        });
    task.setPriority(
        switch (request.priority()) {
          case STAT -> TaskPriority.STAT;
          case ASAP -> TaskPriority.ASAP;
          case ROUTINE -> TaskPriority.ROUTINE;
        });
    task.setDescription("Be in contact with the patient about a message to the health assistant");
    task.setFocus(new Reference()
        .setType("Communication")
        .setIdentifier(Written.identifier(request.alertIdentifier())));
    task.setFor(Written.patient(request.patientId()));
    task.setRequester(Written.patient(request.patientId()));
    task.setAuthoredOnElement(Written.time(request.authored()));
    task.setLastModifiedElement(Written.time(request.changed()));
    task.getRestriction().getPeriod().setEndElement(Written.time(request.due()));
    request
        .outcome()
        .ifPresent(what -> task.setBusinessStatus(new CodeableConcept().setText(what)));
    return Written.json(task);
  }
}
