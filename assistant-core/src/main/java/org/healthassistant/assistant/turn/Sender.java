package org.healthassistant.assistant.turn;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.RepeatId;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.knowledge.text.Language;

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
