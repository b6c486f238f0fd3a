package org.healthassistant.assistant.turn.reading;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.words.PatientWords;
import org.springframework.stereotype.Component;

/// Tells by text that a message waits in the web, in words that say nothing of health: whoever
/// holds the phone may read them.
///
/// Only where the patient has agreed to texts that we start (`sms`), has written by a number that
/// is known to be the patient's and has not opted out, and where it is safe to be texted.
@Component
class CheckInText {

  private final Consents consents;
  private final SafeContact contact;
  private final Conversations conversations;
  private final PhoneNumbers numbers;
  private final Messages messages;
  private final Outbox outbox;
  private final PatientWords words;

  CheckInText(
      Consents consents,
      SafeContact contact,
      Conversations conversations,
      PhoneNumbers numbers,
      Messages messages,
      Outbox outbox,
      PatientWords words) {
    this.consents = consents;
    this.contact = contact;
    this.conversations = conversations;
    this.numbers = numbers;
    this.messages = messages;
    this.outbox = outbox;
    this.words = words;
  }

  /// Queues the text, in the caller's transaction, which holds the subject's lock.
  ///
  /// @param level of the message that waits
  void send(Subject subject, Level level, Instant now) {
    if (!consents.granted(subject.id(), Purpose.SMS) || contact.isUnsafe(subject.id())) {
      return;
    }
    reached(subject).ifPresent(conversation -> {
      String key = level == Level.EMERGENCY ? "turn.reading.text.now" : "turn.reading.text";
      String text = words.say(key, conversation.language());
      String id = Ids.next();
      messages.append(subject, conversation, NewMessage.ofAssistant(id, text, now));
      outbox.enqueue(subject, conversation, id, SmsPurpose.NOTICE, SmsContent.of(text));
    });
  }

  /// The patient's last conversation by text over a number of its own.
  private Optional<Conversation> reached(Subject subject) {
    return conversations.ofSubject(subject.id()).stream()
        .filter(conversation -> conversation.channel() == Channel.SMS)
        .filter(conversation -> conversation
            .numberHash()
            .flatMap(numbers::find)
            .filter(number -> number.linked() && number.optedOutAt().isEmpty())
            .isPresent())
        .findFirst();
  }
}
