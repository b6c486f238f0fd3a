package org.healthassistant.assistant.turn;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Stores a Turn as the reply to its message and, by SMS, the row that delivers it.
@Component
class ReplyStore {

  private final Replies replies;
  private final Outbox outbox;
  private final MessageScreen screening;
  private final RealClock clock;
  private final JsonMapper json;

  ReplyStore(
      Replies replies, Outbox outbox, MessageScreen screening, RealClock clock, JsonMapper json) {
    this.replies = replies;
    this.outbox = outbox;
    this.screening = screening;
    this.clock = clock;
    this.json = json;
  }

  /// The Turn of a message, when it is there.
  Optional<Turn> find(String messageId) {
    return replies
        .find(messageId, Reply.Purpose.ANSWER)
        .map(reply -> json.readValue(reply.turn(), Turn.class));
  }

  /// Stores it in the caller's transaction, which holds the subject's lock.
  ///
  /// @param purpose why the text goes out, by SMS
  /// @return whether it was stored; false when there is a reply already
  boolean store(
      Subject subject, Conversation conversation, String replyId, Turn turn, SmsPurpose purpose) {
    boolean spoken = turn.replyId() != null;
    boolean stored = replies.store(
        subject,
        conversation,
        new Reply(
            replyId,
            turn.messageId(),
            Reply.Purpose.ANSWER,
            spoken,
            turn.action(),
            turn.mode(),
            turn.language(),
            turn.release(),
            screening.packId(),
            json.writeValueAsString(turn),
            clock.instant()),
        spoken ? Optional.of(turn.text()) : Optional.empty());
    if (stored && spoken && conversation.channel() == Channel.SMS) {
      outbox.enqueue(subject, conversation, replyId, purpose, content(turn));
    }
    return stored;
  }

  private static SmsContent content(Turn turn) {
    List<String> must = turn.sentences().stream()
        .filter(s -> s.citations().isEmpty())
        .map(Turn.Sentence::text)
        .toList();
    List<String> may = turn.sentences().stream()
        .filter(s -> !s.citations().isEmpty())
        .map(Turn.Sentence::text)
        .toList();
    Optional<String> source = turn.citations().stream()
        .filter(Turn.Content.class::isInstance)
        .map(Turn.Content.class::cast)
        .findFirst()
        .map(c -> c.title() + ", " + c.publisher());
    return new SmsContent(must, may, source);
  }
}
