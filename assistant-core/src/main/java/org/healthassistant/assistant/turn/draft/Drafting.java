package org.healthassistant.assistant.turn.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.Exchange;
import org.healthassistant.assistant.answer.NoVectorsException;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.library.PendingText;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.asking.Asked;
import org.healthassistant.assistant.turn.asking.WaitingQuestion;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.springframework.stereotype.Component;

/// Has an answer drafted: puts the question together from the message, what was asked before it
/// and what the preconditions allow. Holds no database connection while the encoders or a model
/// work.
@Component
public class Drafting {

  private static final Duration LATE_VECTORS = Duration.ofSeconds(2);
  private static final Duration FOLLOW_UP = Duration.ofMinutes(30);
  private static final int FOLLOW_UP_MESSAGES = 3;

  /// How long a question is tried again while the encoders are too busy, before it is declined. A
  /// late answer helps more than an early "I do not know", and that helps more than silence.
  private static final Duration TRIED_FOR = Duration.ofMinutes(1);

  private static final String ASKS_BACK = "clarify";

  private final AnswerDesk desk;
  private final Messages messages;
  private final Replies replies;
  private final DisclosureLog disclosures;
  private final RealClock clock;
  private final MessageReadings readings;

  Drafting(
      AnswerDesk desk,
      Messages messages,
      Replies replies,
      DisclosureLog disclosures,
      RealClock clock,
      MessageReadings readings) {
    this.readings = readings;
    this.desk = desk;
    this.messages = messages;
    this.replies = replies;
    this.disclosures = disclosures;
    this.clock = clock;
  }

  /// Drafts the answer to a message.
  ///
  /// @param pending gives the vectors of the message, which may still be on their way
  /// @param end when the turn's time is over; with little time left the rule-written answer is
  ///     given
  /// @param showing gets what stands while a model still writes, as [AnswerDesk] gives it
  /// @throws NoVectorsException if the encoders are too busy and the message is younger than a
  ///     minute: it is to be tried again
  public Answer draft(
      Message message,
      Subject subject,
      ReplyPreconditions preconditions,
      PendingText pending,
      Instant end,
      Consumer<AnswerSentence> showing) {
    Message asked = asked(message, preconditions);
    PendingText meant =
        asked.id().equals(message.id()) ? pending : readings.beginQuestion(asked.text());
    Question question = new Question(
        subject,
        asked.text(),
        preconditions.language(),
        meant.question(LATE_VECTORS),
        preconditions.recordMayBeTold(),
        preconditions.level(message.decision().orElseThrow()) != Level.EMERGENCY,
        earlier(asked, subject),
        disclosure -> disclosures.record(subject, message.id(), disclosure),
        Duration.between(clock.instant(), end),
        asked.id().equals(message.id())
            && preconditions.asked().filter(Asked::isOpen).isEmpty()
            && preconditions.level(message.decision().orElseThrow()) == Level.SELF_CARE,
        Circumstances.NONE,
        preconditions.viewer());
    try {
      return desk.answer(question, showing);
    } catch (NoVectorsException busy) {
      if (clock.instant().isBefore(message.at().plus(TRIED_FOR))) {
        throw busy;
      }
      return desk.decline(question);
    }
  }

  /// The question of ours that is put once more behind the answer to a message; empty: none.
  public Optional<Asked> waiting(Message message, ReplyPreconditions preconditions) {
    return new WaitingQuestion(messages).after(message, preconditions.asked());
  }

  /// The message to be answered: where this one ended our questions, the one they were about.
  private Message asked(Message message, ReplyPreconditions preconditions) {
    return preconditions
        .asked(message.id())
        .filter(Asked::isConcluded)
        .flatMap(asked -> messages.find(asked.aboutId()))
        .orElse(message);
  }

  /// What the patient wrote shortly before in the same conversation, oldest first, with what we
  /// asked back.
  private List<Exchange> earlier(Message message, Subject subject) {
    return messages
        .recentOfPatient(
            subject.id(), message.at().minus(FOLLOW_UP), message.at(), FOLLOW_UP_MESSAGES + 1)
        .stream()
        .filter(m -> m.seq() < message.seq() && m.conversationId().equals(message.conversationId()))
        .filter(Message::isReadable)
        .map(before -> new Exchange(before.text(), askedBack(before)))
        .toList();
  }

  /// What a message was replied to where that asked something back; else blank.
  private String askedBack(Message before) {
    return replies
        .find(before.id(), Reply.Purpose.ANSWER)
        .filter(reply -> reply.spoken() && reply.action().equals(ASKS_BACK))
        .flatMap(reply -> messages.find(reply.id()))
        .filter(Message::isReadable)
        .map(Message::text)
        .orElse("");
  }
}
