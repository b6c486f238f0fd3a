package org.healthassistant.assistant.delivery;

import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.patient.Subject;
import org.springframework.stereotype.Component;

/// Takes texts to be sent, in the transaction of whoever decided to send them.
@Component
public class Outbox {

  Outbox() {}

  /// Stores a text to the conversation's number, shaped to at most three segments, and schedules
  /// its sending, in the caller's transaction. Unique for message and purpose: a second call does
  /// nothing. To a number that has opted out only emergency wording and the confirmation go; other
  /// texts are kept as suppressed.
  ///
  /// @param messageId the message whose text it is (a reply's, a provider's)
  public void enqueue(
      Subject subject,
      Conversation conversation,
      String messageId,
      SmsPurpose purpose,
      SmsContent content) {
    throw new UnsupportedOperationException();
  }
}
