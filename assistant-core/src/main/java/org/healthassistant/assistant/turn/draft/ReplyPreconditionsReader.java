package org.healthassistant.assistant.turn.draft;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.turn.asking.SymptomQuestions;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.springframework.stereotype.Component;

/// Reads what a draft rests on.
@Component
public class ReplyPreconditionsReader {

  private final Escalations escalations;
  private final Consents consents;
  private final Conversations conversations;
  private final PhoneNumbers numbers;
  private final SymptomQuestions questions;
  private final ReadingOffers offers;
  private final Caregivers caregivers;

  ReplyPreconditionsReader(
      Escalations escalations,
      Consents consents,
      Conversations conversations,
      PhoneNumbers numbers,
      SymptomQuestions questions,
      ReadingOffers offers,
      Caregivers caregivers) {
    this.caregivers = caregivers;
    this.escalations = escalations;
    this.consents = consents;
    this.conversations = conversations;
    this.numbers = numbers;
    this.questions = questions;
    this.offers = offers;
  }

  /// Reads them as they are now. In T3 the caller holds the subject's lock, so they stay so until
  /// its commit.
  ///
  /// @param message to be replied to
  public ReplyPreconditions read(Subject subject, Message message) {
    String conversationId = message.conversationId();
    Conversation conversation = conversations.get(conversationId);
    Optional<PhoneNumbers.Known> number = conversation.numberHash().flatMap(numbers::find);
    List<String> granted = consents.forSubject(subject.id()).stream()
        .filter(Consents.Consent::granted)
        .map(consent -> consent.purpose().code())
        .toList();
    return new ReplyPreconditions(
        escalations.open(subject.id()),
        granted,
        conversation.takenOverBy().isPresent(),
        number.flatMap(PhoneNumbers.Known::optedOutAt).isPresent(),
        subject.isPatient() && number.map(PhoneNumbers.Known::linked).orElse(true),
        conversation.language(),
        questions.find(conversationId),
        offers.find(conversationId),
        caregivers.viewer(subject.id(), conversation.caregiver().or(message::authorId)));
  }
}
