package org.healthassistant.assistant.escalation.desk;

import java.time.Instant;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.springframework.stereotype.Component;

/// Writes to the patient of an escalation in the name of a provider.
@Component
class ProviderReplies {

  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final Outbox outbox;
  private final SafeContact contact;

  ProviderReplies(
      Subjects subjects,
      Conversations conversations,
      Messages messages,
      Outbox outbox,
      SafeContact contact) {
    this.contact = contact;
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.outbox = outbox;
  }

  /// Whether a message that was stored says that.
  boolean says(String messageId, String text) {
    return messages.find(messageId).filter(one -> messages.sameText(one, text)).isPresent();
  }

  /// Whether the patient may be written to in the conversation: not by text where the patient
  /// said that texts are not safe.
  boolean mayBeSent(Escalation escalation) {
    return conversations.get(escalation.conversationId()).channel() != Channel.SMS
        || !contact.isUnsafe(escalation.subjectId());
  }

  /// Keeps that contact is safe again, in the caller's transaction.
  ///
  /// @return whether it was not
  boolean contactSafe(Escalation escalation) {
    return contact.lift(escalation.subjectId());
  }

  /// Stores the message, and queues its text where the conversation is held by SMS. In the
  /// caller's transaction.
  ///
  /// @return the message's id
  String send(Escalation escalation, String provider, String text, Instant at) {
    Conversation conversation = conversations.get(escalation.conversationId());
    Subject subject = subjects.get(escalation.subjectId());
    String messageId = Ids.next();
    messages.append(subject, conversation, NewMessage.ofProvider(messageId, provider, text, at));
    if (conversation.channel() == Channel.SMS) {
      outbox.enqueue(subject, conversation, messageId, SmsPurpose.PROVIDER, SmsContent.of(text));
    }
    return messageId;
  }
}
