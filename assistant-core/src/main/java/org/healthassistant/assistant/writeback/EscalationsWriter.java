package org.healthassistant.assistant.writeback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationListener;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.connector.fhir.written.EscalationResources;
import org.healthassistant.connector.fhir.written.EscalationResources.Alert;
import org.healthassistant.connector.fhir.written.EscalationResources.Priority;
import org.healthassistant.connector.fhir.written.EscalationResources.Progress;
import org.healthassistant.connector.fhir.written.EscalationResources.Request;
import org.springframework.stereotype.Component;

/// Writes each message that opened or raised an escalation as a `Communication`, and the
/// escalation as a `Task` whose status follows what the care team does.
@Component
class EscalationsWriter implements EscalationListener {

  private static final Set<EventKind> RAISING = EnumSet.of(EventKind.OPENED, EventKind.RAISED);

  /// What says nothing of how far the care team is, such as a page that was accepted.
  private static final Set<EventKind> FOLLOWED = EnumSet.of(
      EventKind.OPENED,
      EventKind.RAISED,
      EventKind.LOWERED,
      EventKind.ACKNOWLEDGED,
      EventKind.ACKNOWLEDGEMENT_EXPIRED,
      EventKind.TAKEN_OVER,
      EventKind.REPLIED,
      EventKind.SEEN,
      EventKind.CONTACTED,
      EventKind.RESOLVED);

  private final WriteBack writeBack;
  private final WriteBackSettings settings;
  private final Subjects subjects;

  EscalationsWriter(WriteBack writeBack, WriteBackSettings settings, Subjects subjects) {
    this.writeBack = writeBack;
    this.settings = settings;
    this.subjects = subjects;
  }

  @Override
  public void changed(Escalation now, EventKind kind) {
    if (settings.escalations() && FOLLOWED.contains(kind)) {
      Subject subject = subjects.get(now.subjectId());
      subject.patientId().ifPresent(patient -> write(subject, patient, now, kind));
    }
  }

  private void write(Subject subject, String patientId, Escalation now, EventKind kind) {
    String about = now.id() + "/" + now.messageId();
    Optional<String> alert = writeBack.idOf(subject, "Communication", about);
    if (alert.isEmpty() || RAISING.contains(kind)) {
      alert = writeBack.put(
          subject,
          "Communication",
          about,
          id -> EscalationResources.communication(id, alert(patientId, now)));
    }
    alert.ifPresent(message -> writeBack.put(
        subject,
        "Task",
        now.id(),
        id -> EscalationResources.task(id, request(patientId, message, now))));
  }

  private static Alert alert(String patientId, Escalation now) {
    return new Alert(
        patientId,
        priority(now),
        time(now.levelAt()),
        now.categories().stream().map(EscalationsWriter::inWords).toList());
  }

  private static Request request(String patientId, String message, Escalation now) {
    return new Request(
        patientId,
        priority(now),
        progress(now),
        message,
        time(now.createdAt()),
        time(now.changedAt()),
        time(now.replyBy()),
        now.resolution().outcome().map(EscalationsWriter::inWords));
  }

  private static Priority priority(Escalation now) {
    return switch (now.level()) {
      case EMERGENCY -> Priority.STAT;
      case SAME_DAY -> Priority.ASAP;
      case ROUTINE, SELF_CARE -> Priority.ROUTINE;
    };
  }

  private static Progress progress(Escalation now) {
    return switch (now.state()) {
      case RESOLVED -> Progress.COMPLETED;
      case ACKNOWLEDGED -> now.contactedAt().isPresent() ? Progress.IN_PROGRESS : Progress.ACCEPTED;
      case OPEN, NOTIFIED -> Progress.REQUESTED;
    };
  }

  /// `chest-pain` as people write it.
  private static String inWords(String code) {
    return code.replace('-', ' ');
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
