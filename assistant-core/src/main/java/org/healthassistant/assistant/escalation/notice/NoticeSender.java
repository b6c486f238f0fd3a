package org.healthassistant.assistant.escalation.notice;

import java.time.Instant;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.springframework.stereotype.Component;

/// Puts a notice into the patient's conversation, in the name of the assistant.
@Component
class NoticeSender {

  private final Subjects subjects;
  private final Messages messages;
  private final Outbox outbox;

  NoticeSender(Subjects subjects, Messages messages, Outbox outbox) {
    this.subjects = subjects;
    this.messages = messages;
    this.outbox = outbox;
  }

  /// Stores the message, and queues its text where the conversation is held by SMS. In the
  /// caller's transaction.
  ///
  /// @return the message's id
  String send(Conversation conversation, String text, Instant at) {
    Subject subject = subjects.get(conversation.subjectId());
    String id = Ids.next();
    messages.append(subject, conversation, NewMessage.ofAssistant(id, text, at));
    if (conversation.channel() == Channel.SMS) {
      outbox.enqueue(subject, conversation, id, SmsPurpose.NOTICE, SmsContent.of(text));
    }
    return id;
  }
}
