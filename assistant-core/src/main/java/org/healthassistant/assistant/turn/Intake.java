package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Message.PlannedReply;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.Senders.Sender;
import org.healthassistant.assistant.turn.screening.MessageLanguage;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Stores a message that is taken, with its decision, its language and its audit entry; and knows
/// whether it was stored before. In the caller's transaction, which holds the subject's lock.
@Component
class Intake {

  private final Messages messages;
  private final Conversations conversations;
  private final MessageLanguage languages;
  private final Audit audit;

  Intake(Messages messages, Conversations conversations, MessageLanguage languages, Audit audit) {
    this.messages = messages;
    this.conversations = conversations;
    this.languages = languages;
    this.audit = audit;
  }

  /// The message that the sender sent before under the same id, or empty.
  Optional<Message> before(Sender sender) {
    return sender.repeat().flatMap(id -> messages.repeatOf(sender.conversation().id(), id));
  }

  /// Whether the message stored before says the same.
  boolean sameText(Message before, String text) {
    return messages.sameText(before, text);
  }

  /// The sender in the language of this message, which the conversation keeps from now on.
  Sender speaking(Sender sender, Inbound inbound) {
    Language language = inbound.keyword() == Inbound.Keyword.NONE
        ? languages.detect(inbound.text(), sender.conversation())
        : languages.ofKeyword(inbound.text(), sender.conversation());
    conversations.language(sender.conversation().id(), language);
    return sender.speaking(language);
  }

  /// Stores the message.
  ///
  /// @param id its new id, which the decision's findings name already
  Message store(
      Inbound inbound,
      Sender sender,
      String id,
      TriageDecision decision,
      PlannedReply planned,
      Instant now) {
    NewMessage taken =
        NewMessage.ofPatient(id, inbound.text(), sender.repeat(), decision, planned, now);
    NewMessage written = inbound.writtenAt().map(taken::writtenAt).orElse(taken);
    Message message = messages
        .append(
            sender.subject(),
            sender.conversation(),
            inbound.actingFor().map(written::writtenBy).orElse(written))
        .orElseThrow(() -> new IllegalStateException("a message of new id was not stored"));
    audit.append(
        message
            .authorId()
            .map(Audit.Actor::proxy)
            .orElseGet(() -> Audit.Actor.patient(
                sender.subject().patientId().orElse(sender.subject().id()))),
        "message-accepted",
        Optional.of(sender.subject().id()),
        new Audit.ObjectRef("message", id),
        decision.level()
            + " "
            + decision.packId()
            + message
                .authorId()
                .map(who -> " for " + sender.subject().patientId().orElse(""))
                .orElse(""));
    return message;
  }
}
