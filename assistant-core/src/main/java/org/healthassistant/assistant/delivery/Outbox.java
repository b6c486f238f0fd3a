package org.healthassistant.assistant.delivery;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Takes texts to be sent, in the transaction of whoever decided to send them.
@Component
public class Outbox {

  private final OutboxRows rows;
  private final SendGovernor governor;
  private final DeliveryStatePublisher states;
  private final Sealing sealing;
  private final Messages messages;
  private final Tasks tasks;
  private final Transactions transactions;
  private final RealClock clock;

  Outbox(
      OutboxRows rows,
      SendGovernor governor,
      DeliveryStatePublisher states,
      Sealing sealing,
      Messages messages,
      Tasks tasks,
      Transactions transactions,
      RealClock clock) {
    this.rows = rows;
    this.governor = governor;
    this.states = states;
    this.sealing = sealing;
    this.messages = messages;
    this.tasks = tasks;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Stores a text to the conversation's number and schedules its sending, in the caller's
  /// transaction. Unique for message and purpose: a second call does nothing. To a number that
  /// has opted out only emergency wording and the confirmation go; other texts are kept as
  /// suppressed, and so are replies beyond what [TextLimits] let go.
  ///
  /// An answer is shaped to at most three segments; what must be said goes out whole, where it is
  /// longer than ten segments in further texts that keep their order.
  ///
  /// @param conversation one by SMS
  /// @param messageId the message whose text it is (a reply's, a provider's), stored before
  /// @throws IllegalArgumentException if the conversation is not by SMS or there is nothing to
  ///     say
  public void enqueue(
      Subject subject,
      Conversation conversation,
      String messageId,
      SmsPurpose purpose,
      SmsContent content) {
    if (conversation.numberHash().isEmpty() || conversation.ownNumber().isEmpty()) {
      throw new IllegalArgumentException(
          "DE-005: conversation " + conversation.id() + " is not by SMS: it has no number");
    }
    List<String> texts = TextShape.shape(content, conversation.language());
    transactions.durable(() -> {
      Optional<String> held = governor.heldBack(conversation, purpose, texts);
      boolean stored = false;
      for (int part = 0; part < texts.size(); part++) {
        String sendKey = messageId + "/" + purpose.code() + (part == 0 ? "" : "/" + (part + 1));
        OutboxText text = new OutboxText(Ids.next(), sendKey, messageId, purpose, texts.get(part));
        stored |= insert(subject, conversation, text, held);
      }
      if (stored) {
        governor.count(conversation, messageId, texts);
      }
    });
  }

  /// Texts that a message was not taken, unless the number was told so within the last hour or
  /// has opted out. The sentence becomes a message of the conversation, since it was said. In
  /// the caller's transaction, which holds the subject's lock.
  ///
  /// @return whether it will be texted
  public boolean refusal(Subject subject, Conversation conversation, String sentence) {
    if (!governor.takeRefusal(conversation.numberHash().orElseThrow(), clock.instant())) {
      return false;
    }
    String id = Ids.next();
    messages.append(subject, conversation, NewMessage.ofAssistant(id, sentence, clock.instant()));
    enqueue(subject, conversation, id, SmsPurpose.REFUSAL, SmsContent.of(sentence));
    return true;
  }

  private boolean insert(
      Subject subject, Conversation conversation, OutboxText text, Optional<String> held) {
    SendState state = held.isEmpty() ? SendState.PENDING : SendState.SUPPRESSED;
    boolean stored = rows.insert(
        text.id(),
        text.sendKey(),
        conversation,
        text.messageId(),
        text.purpose(),
        sealing.seal(subject, OutboxRow.place(text.id()), text.text()),
        state);
    if (!stored) {
      return false;
    }
    if (held.isEmpty()) {
      messages.delivery(text.messageId(), state.name());
      tasks.schedule(SendTextTask.TASK, text.id(), clock.instant());
    } else {
      rows.move(text.id(), List.of(state), state, held.get());
      states.publish(rows.find(text.id()).orElseThrow(), state, held.get());
    }
    return true;
  }

  /// One text to be stored.
  ///
  /// @param sendKey what is sent once
  private record OutboxText(
      String id, String sendKey, String messageId, SmsPurpose purpose, String text) {

    @Override
    public String toString() {
      return "OutboxText[" + id + ", [REDACTED]]";
    }
  }
}
