package org.healthassistant.assistant.workspace.dossier;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.record.Person;
import org.springframework.stereotype.Component;

/// Reads escalations with all that belongs to them.
@Component
public class EscalationDossierReader {

  private final Escalations escalations;
  private final Conversations conversations;
  private final RecordDesk records;
  private final EscalationItems items;
  private final TranscriptReader transcripts;
  private final PatientTelephones telephones;
  private final UnseenReplies unseen;
  private final ClinicalClock clock;

  EscalationDossierReader(
      Escalations escalations,
      Conversations conversations,
      RecordDesk records,
      EscalationItems items,
      TranscriptReader transcripts,
      PatientTelephones telephones,
      UnseenReplies unseen,
      ClinicalClock clock) {
    this.escalations = escalations;
    this.conversations = conversations;
    this.records = records;
    this.items = items;
    this.transcripts = transcripts;
    this.telephones = telephones;
    this.unseen = unseen;
    this.clock = clock;
  }

  /// The whole dossier; empty when there is no such escalation.
  public Optional<EscalationDossier> find(String id) {
    return escalations.find(id).map(this::read);
  }

  /// Something that differs when the escalation has changed in a way that its page shows; empty
  /// when there is no such escalation.
  public Optional<String> version(String id) {
    return escalations
        .find(id)
        .map(escalation -> escalation.changedAt()
            + transcripts.version(escalation)
            + unseen.overdueOf(id).isPresent());
  }

  private EscalationDossier read(Escalation escalation) {
    Optional<Person> person = records.person(escalation.subjectId());
    List<EscalationEvent> history = escalations.history(escalation.id());
    return new EscalationDossier(
        escalation,
        items.read(escalation),
        conversations.get(escalation.conversationId()),
        person,
        person.map(p -> p.ageOn(clock.today())),
        telephones.forSubject(escalation.subjectId(), person),
        transcripts.read(escalation, history),
        records.clinicalSummary(escalation.subjectId()),
        history,
        unseen.overdueOf(escalation.id()));
  }
}
