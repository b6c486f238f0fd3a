package org.healthassistant.assistant.turn;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.RepeatId;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;

/// Who sent a message, and in which conversation.
///
/// @param number by SMS only
record Sender(
    Subject subject,
    Conversation conversation,
    Optional<RepeatId> repeat,
    Optional<PhoneNumbers.Known> number) {

  boolean optedOut() {
    return number.flatMap(PhoneNumbers.Known::optedOutAt).isPresent();
  }
}
