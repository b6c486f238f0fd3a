package org.healthassistant.assistant.turn;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.RepeatId;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.turn.screening.MessageLanguage;
import org.healthassistant.assistant.turn.screening.MessagePlace;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Finds the sender of a message, locks its row, and finds or begins the conversation.
@Component
class Senders {

  private final Subjects subjects;
  private final PhoneNumbers numbers;
  private final Conversations conversations;
  private final MessageLanguage languages;

  Senders(
      Subjects subjects,
      PhoneNumbers numbers,
      Conversations conversations,
      MessageLanguage languages) {
    this.subjects = subjects;
    this.numbers = numbers;
    this.conversations = conversations;
    this.languages = languages;
  }

  /// Where a message will stand, before anything is locked; empty for one whose writer writes for
  /// the first time.
  Optional<MessagePlace> placeOf(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Web web -> placeOf(web.patientId(), web.conversationId());
      case Inbound.Note note -> placeOf(note.patientId(), note.conversationId());
      case Inbound.Sms sms ->
        numbers
            .find(numbers.hashOf(sms.from()))
            .map(known -> new MessagePlace(known.subjectId(), Optional.empty()));
    };
  }

  private Optional<MessagePlace> placeOf(String patientId, String conversationId) {
    return subjects
        .findPatient(patientId)
        .flatMap(subject -> conversations
            .find(conversationId)
            .filter(c -> c.subjectId().equals(subject.id()))
            .map(MessagePlace::in));
  }

  /// The sender, its subject locked in the caller's transaction; empty when a web caller has no
  /// such conversation.
  Optional<Sender> lock(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Web web -> lockWeb(web);
      case Inbound.Note note -> lockNote(note);
      case Inbound.Sms sms -> Optional.of(lockSms(sms));
    };
  }

  private Optional<Sender> lockWeb(Inbound.Web web) {
    return lockPatient(web.patientId(), web.conversationId(), web.clientMessageId())
        .filter(sender -> sender.conversation().channel() == Channel.WEB);
  }

  private Optional<Sender> lockNote(Inbound.Note note) {
    return lockPatient(note.patientId(), note.conversationId(), Optional.of(note.noteId()));
  }

  private Optional<Sender> lockPatient(
      String patientId, String conversationId, Optional<String> repeat) {
    Optional<Subject> subject = subjects.findPatient(patientId);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    subjects.lock(subject.get().id());
    return conversations
        .find(conversationId)
        .filter(c -> c.subjectId().equals(subject.get().id()))
        .map(c -> new Sender(subject.get(), c, repeat.map(RepeatId.Client::new), Optional.empty()));
  }

  private Sender lockSms(Inbound.Sms sms) {
    PhoneNumbers.Known known = numbers.findOrCreate(sms.from());
    subjects.lock(known.subjectId());
    PhoneNumbers.Known number = numbers.find(known.numberHash()).orElseThrow();
    Subject subject = subjects.get(number.subjectId());
    Conversation conversation = conversations.smsThread(
        subject.id(), number.numberHash(), sms.to(), languages.forSubject(subject));
    return new Sender(
        subject,
        conversation,
        Optional.of(new RepeatId.Provider(sms.gateway(), sms.providerMessageId())),
        Optional.of(number));
  }

  /// Who sent a message, and in which conversation.
  ///
  /// @param repeat how a repeat of the message is recognised; empty: it is not
  /// @param number by SMS only
  record Sender(
      Subject subject,
      Conversation conversation,
      Optional<RepeatId> repeat,
      Optional<PhoneNumbers.Known> number) {

    /// Whether nothing may be answered: a person has the conversation, or the number opted out.
    boolean silenced() {
      return conversation.takenOverBy().isPresent()
          || number.flatMap(PhoneNumbers.Known::optedOutAt).isPresent();
    }

    /// The same, its conversation in that language.
    Sender speaking(Language language) {
      return new Sender(subject, conversation.speaking(language), repeat, number);
    }
  }
}
