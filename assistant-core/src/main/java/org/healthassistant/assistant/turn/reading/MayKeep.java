package org.healthassistant.assistant.turn.reading;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.stereotype.Component;

/// Knows whose readings may be kept: those of a patient of the record who lets the assistant use
/// it, told by the patient itself.
@Component
class MayKeep {

  private final Subjects subjects;
  private final Consents consents;
  private final Conversations conversations;
  private final PhoneNumbers numbers;

  MayKeep(Subjects subjects, Consents consents, Conversations conversations, PhoneNumbers numbers) {
    this.subjects = subjects;
    this.consents = consents;
    this.conversations = conversations;
    this.numbers = numbers;
  }

  /// Whether the readings of a message may be. What somebody writes for the patient is not what
  /// the patient reported.
  boolean isAllowed(Message message) {
    return message.authorId().isEmpty()
        && subjects.get(message.subjectId()).isPatient()
        && consents.granted(message.subjectId(), Purpose.RECORD)
        && isLinked(message);
  }

  private boolean isLinked(Message message) {
    Optional<String> number = conversations.get(message.conversationId()).numberHash();
    return number.isEmpty()
        || number.flatMap(numbers::find).filter(PhoneNumbers.Known::linked).isPresent();
  }
}
