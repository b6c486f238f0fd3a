package org.healthassistant.assistant.turn;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.database.StoredJson;
import org.healthassistant.assistant.turn.asking.ContactSaid;
import org.healthassistant.assistant.turn.draft.DisclosureLog;
import org.healthassistant.assistant.turn.hearing.AskedInReply;
import org.springframework.stereotype.Component;

/// Stores a Turn as the reply to its message and, by SMS, the row that delivers it.
@Component
class ReplyStore {

  private final Replies replies;
  private final Conversations conversations;
  private final Outbox outbox;
  private final DisclosureLog log;
  private final RealClock clock;
  private final StoredJson json;
  private final AskedInReply asked;
  private final ContactSaid contact;

  ReplyStore(
      Replies replies,
      Conversations conversations,
      Outbox outbox,
      DisclosureLog log,
      RealClock clock,
      StoredJson json,
      AskedInReply asked,
      ContactSaid contact) {
    this.replies = replies;
    this.conversations = conversations;
    this.outbox = outbox;
    this.log = log;
    this.clock = clock;
    this.json = json;
    this.asked = asked;
    this.contact = contact;
  }

  /// The Turn of a message, when it is there and can be read.
  Optional<Turn> find(String messageId) {
    return replies
        .find(messageId, Reply.Purpose.ANSWER)
        .filter(reply -> !reply.turn().isEmpty())
        .map(reply -> json.read(reply.turn(), Turn.class));
  }

  /// Stores the reply to a message and what of the record was disclosed for it, in the caller's
  /// transaction, which holds the subject's lock. Nothing happens when there is a reply already.
  ///
  /// @param purpose why the text goes out, by SMS
  void store(
      Subject subject,
      Message message,
      Turn turn,
      SmsPurpose purpose,
      List<Disclosure> disclosures) {
    store(subject, conversations.get(message.conversationId()), message, turn, purpose);
    disclosures.forEach(each -> log.record(subject, message.id(), each));
  }

  /// Whether the patient was told that a message is more urgent than its reply said.
  boolean raiseTold(String messageId) {
    return replies.find(messageId, Reply.Purpose.RAISE).isPresent();
  }

  /// Stores that a message is more urgent than its reply said, in the caller's transaction, which
  /// holds the subject's lock. Nothing happens when that was told before.
  ///
  /// @param purpose why the text goes out, by SMS
  void storeRaise(Subject subject, Message message, Turn turn, SmsPurpose purpose) {
    store(
        subject,
        conversations.get(message.conversationId()),
        message,
        turn,
        Reply.Purpose.RAISE,
        purpose);
  }

  /// As above, for a reply without disclosures in a conversation that the caller has read.
  void store(
      Subject subject, Conversation conversation, Message message, Turn turn, SmsPurpose purpose) {
    store(subject, conversation, message, turn, Reply.Purpose.ANSWER, purpose);
  }

  private void store(
      Subject subject,
      Conversation conversation,
      Message message,
      Turn turn,
      Reply.Purpose why,
      SmsPurpose purpose) {
    Optional<String> spoken = Optional.ofNullable(turn.replyId());
    String id = spoken.orElseGet(Ids::next);
    boolean stored = replies.store(
        subject,
        conversation,
        new Reply(
            id,
            turn.messageId(),
            why,
            spoken.isPresent(),
            turn.action(),
            turn.mode(),
            turn.language(),
            turn.release(),
            message.decision().orElseThrow().packId(),
            json.write(turn),
            clock.instant()),
        spoken.map(reply -> turn.text()));
    if (stored) {
      List<String> said = turn.sentences().stream().map(Turn.Sentence::text).toList();
      asked.heed(subject, message, said, turn.language());
    }
    if (stored && spoken.isPresent() && conversation.channel() == Channel.SMS) {
      boolean started = why == Reply.Purpose.RAISE && contact.staysNeutral(message);
      SmsPurpose sent = started ? SmsPurpose.RAISE : urgent(message, purpose);
      outbox.enqueue(subject, conversation, id, sent, content(turn));
    }
  }

  private static SmsPurpose urgent(Message message, SmsPurpose purpose) {
    boolean urgent =
        message.decision().filter(d -> d.level().atLeast(Level.SAME_DAY)).isPresent();
    return urgent && purpose == SmsPurpose.ANSWER ? SmsPurpose.URGENT : purpose;
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
    boolean list =
        may.size() > 1 && turn.citations().stream().allMatch(Turn.RecordItem.class::isInstance);
    return new SmsContent(must, may, list, source);
  }
}
