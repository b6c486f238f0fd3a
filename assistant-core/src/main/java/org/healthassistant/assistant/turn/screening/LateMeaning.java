package org.healthassistant.assistant.turn.screening;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// **T2**: where the meaning of a message was read too late for T1, it is awaited before its
/// reply is made, and where it says more than the rules did, the level rises first. So it does
/// where the record came late: the first message of a patient of a FHIR server is screened
/// without one.
///
/// This is the one place that decides what happens to readings that are late. They are waited
/// for, and begun anew where they failed; then the whole reply is tried again, for a minute;
/// then the message goes up to `SAME_DAY` as not read, and a person reads it. Nothing is
/// answered, and nothing is passed over in silence, while its meaning is unknown.
///
/// Each attempt counts as `assistant.meaning.late` with its `outcome`: `read`, `again` or
/// `not-read`. The last two say that the classifier is too slow or broken.
@Component
public class LateMeaning {

  /// The task that makes the reply to a message, whose id it is run with; it is due again where a
  /// message rises after its reply, so that the patient is told.
  public static final String REPLY_TASK = "reply";

  private static final Duration LATE_MEANING = Duration.ofSeconds(2);

  /// The last time, because what follows from it is work for a person.
  private static final Duration AT_THE_LAST = Duration.ofSeconds(10);

  private static final Duration TRIED_FOR = Duration.ofMinutes(1);

  private final MessageScreen screening;
  private final MessageReadings readings;
  private final Messages messages;
  private final Subjects subjects;
  private final Escalations escalations;
  private final RealClock clock;
  private final Transactions transactions;
  private final MeterRegistry meters;

  LateMeaning(
      MessageScreen screening,
      MessageReadings readings,
      Messages messages,
      Subjects subjects,
      Escalations escalations,
      RealClock clock,
      Transactions transactions,
      MeterRegistry meters) {
    this.screening = screening;
    this.readings = readings;
    this.messages = messages;
    this.subjects = subjects;
    this.escalations = escalations;
    this.clock = clock;
    this.transactions = transactions;
    this.meters = meters;
  }

  /// The message as it stands, with its meaning read where that was missing, and raised where a
  /// record that came after it asks for more. Waits some seconds at most, outside of any
  /// transaction.
  ///
  /// @return read, or raised to `SAME_DAY` as not read, as is at once what cannot be opened
  /// @throws UnreadMeaningException if it cannot be read yet: it is to be tried again
  /// @throws IllegalArgumentException if there is no such message
  public Message read(String messageId, PendingReading pending) {
    return withRecord(withMeaning(messageId, pending));
  }

  /// A message as it stands, raised where a record that came after it asks for more. Joins the
  /// caller's transaction.
  ///
  /// @param message one with a decision
  public Message withRecord(Message message) {
    Level level = message.decision().orElseThrow().level();
    return level.atLeast(screening.withLateRecord(message).level())
        ? message
        : raise(message.id(), screening::withLateRecord);
  }

  private Message withMeaning(String messageId, PendingReading pending) {
    Message message = get(messageId);
    if (!message.isReadable() && !MessageScreen.isNotRead(message.decision().orElseThrow())) {
      count("not-read");
      return raise(messageId, screening::notRead);
    }
    if (!message.lateVectors()) {
      return message;
    }
    boolean last = clock.instant().isAfter(message.at().plus(TRIED_FOR));
    Optional<MeaningReading> read = await(message, pending, last ? AT_THE_LAST : LATE_MEANING);
    if (read.isPresent()) {
      count("read");
      return raise(messageId, found -> screening.withMeaning(found, read.get()));
    }
    if (!last || Thread.currentThread().isInterrupted()) {
      count("again");
      throw new UnreadMeaningException(messageId);
    }
    count("not-read");
    return raise(messageId, screening::notRead);
  }

  /// Leaves a message to a person, because no reply to it can be made: it goes up to `ROUTINE`,
  /// or to `SAME_DAY` where it is not read. Joins the caller's transaction.
  public Message leaveToPerson(String messageId) {
    return raise(
        messageId,
        found -> found.lateVectors() ? screening.notRead(found) : screening.notAnswered(found));
  }

  /// Raises a message for a reason that came up after its reply. Joins the caller's transaction.
  public Message raise(String messageId, Finding reason) {
    return raise(messageId, found -> found.decision().orElseThrow().raisedBy(reason));
  }

  /// Whether a message is more urgent than its reply told, or its meaning is still to be read.
  ///
  /// @param told what the reply says of it
  public boolean isOwed(String messageId, Level told) {
    Message message = get(messageId);
    return message.lateVectors()
        || !told.atLeast(message.decision().orElseThrow().level());
  }

  private Optional<MeaningReading> await(Message message, PendingReading pending, Duration atMost) {
    if (!screening.isBehindAll(pending, message)) {
      return readings.begin(message).meaning(atMost);
    }
    Optional<MeaningReading> came = pending.meaning(atMost);
    return came.isEmpty() && pending.failed() ? readings.begin(message).meaning(atMost) : came;
  }

  private Message raise(String messageId, Function<Message, TriageDecision> decide) {
    return transactions.durable(() -> {
      Subject subject = subjects.get(get(messageId).subjectId());
      subjects.lock(subject.id());
      Message message = get(messageId);
      TriageDecision before = message.decision().orElseThrow();
      TriageDecision after = decide.apply(message);
      messages.raise(subject, message.id(), after);
      Message raised = get(message.id());
      if (after.level().compareTo(before.level()) > 0) {
        escalations.openOrRaise(subject, raised, after, false);
      }
      return raised;
    });
  }

  private Message get(String messageId) {
    return messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
  }

  private void count(String outcome) {
    meters.counter("assistant.meaning.late", "outcome", outcome).increment();
  }
}
