package org.healthassistant.assistant.turn;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.answer.NoVectorsException;
import org.healthassistant.assistant.conversation.VisibleText;
import org.healthassistant.assistant.store.Bulkhead;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.limits.ConversationLease;
import org.healthassistant.assistant.turn.limits.ConversationLeases;
import org.healthassistant.assistant.turn.limits.Door;
import org.healthassistant.assistant.turn.limits.Pace;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.healthassistant.assistant.turn.screening.PendingReading;
import org.healthassistant.assistant.turn.screening.UnreadMeaningException;
import org.springframework.stereotype.Component;

/// The corridor that every patient's message walks through, with its two verbs. Web, SMS and
/// outreach call these and nothing else.
@Component
public class Corridor {

  /// Beyond this many bytes a message is not read at all.
  public static final int UNREADABLE_BYTES = 64 * 1024;

  /// How many replies are made at once; with a model most of them wait for it.
  private static final int COMPLETED_AT_ONCE = 512;

  private static final Duration READ_IN_TIME = Duration.ofMillis(250);
  private static final Duration READ_BEFORE_REFUSAL = Duration.ofSeconds(2);

  private final Admission admission;
  private final Completion completion;
  private final ReplyStore replies;
  private final MessageReadings readings;
  private final ConversationLeases leases;
  private final TurnBudget budget;
  private final RealClock clock;
  private final Door door;
  private final Bulkhead completing = new Bulkhead(COMPLETED_AT_ONCE);

  Corridor(
      Admission admission,
      Completion completion,
      ReplyStore replies,
      MessageReadings readings,
      ConversationLeases leases,
      TurnBudget budget,
      RealClock clock,
      Door door) {
    this.admission = admission;
    this.completion = completion;
    this.replies = replies;
    this.readings = readings;
    this.leases = leases;
    this.budget = budget;
    this.clock = clock;
    this.door = door;
  }

  /// Screens and stores a message; after it returns [Accepted.Stored] nothing of it can be lost.
  ///
  /// Every message counts for its sender's rate. What would be refused waits up to two seconds
  /// for its meaning to be read, and without it is accepted: nothing is refused unscreened. Where
  /// more come than can be looked at, of all or of one sender, one waits some seconds and is then
  /// [Accepted.Busy]: neither stored nor refused.
  ///
  /// @throws RuntimeException if the database does not take it: the sender must hear no success
  public Accepted accept(Inbound inbound) {
    if (VisibleText.isMissing(inbound.text())) {
      return new Accepted.Refused(Accepted.Reason.EMPTY, Optional.empty());
    }
    if (inbound.text().getBytes(StandardCharsets.UTF_8).length > UNREADABLE_BYTES) {
      return new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty());
    }
    return switch (door.enter(inbound.sender(), pace -> admit(inbound, pace))) {
      case Door.Entry.Done<Accepted> done -> done.result();
      case Door.Entry.TurnedAway<Accepted> away -> new Accepted.Busy(away.retryAfter());
    };
  }

  private Accepted admit(Inbound inbound, Pace pace) {
    PendingReading pending =
        readings.begin(admission.placeOf(inbound), inbound.text(), clock.instant());
    var inTime = pending.meaning(READ_IN_TIME);
    Accepted accepted = admission.admit(inbound, inTime, Optional.of(pace));
    if (inTime.isEmpty() && !isTaken(accepted)) {
      var late = pending.meaning(READ_BEFORE_REFUSAL);
      accepted = admission.admit(inbound, late, late.map(read -> pace));
    }
    if (accepted instanceof Accepted.Stored stored && stored.done().isEmpty()) {
      readings.keep(stored.messageId(), pending);
    }
    return accepted;
  }

  private static boolean isTaken(Accepted accepted) {
    return switch (accepted) {
      case Accepted.Refused refused -> false;
      case Accepted.Heard heard -> false;
      case Accepted.Stored stored -> true;
      case Accepted.OtherText other -> true;
      case Accepted.Busy busy -> true;
      case Accepted.NoConversation none -> true;
    };
  }

  /// Makes the reply to a stored message and stores it; idempotent. Waits for another `complete`
  /// of the conversation, and while too many replies are being made, at most as long as the time
  /// budget.
  ///
  /// @return the Turn; empty when it could not be made in that time: the reply task completes it
  public Optional<Turn> complete(String messageId) {
    return complete(messageId, Turn.Progress.UNSEEN);
  }

  /// As [#complete(String)], telling of the reply while it is made.
  public Optional<Turn> complete(String messageId, Turn.Progress progress) {
    return complete(messageId, budget.length(), progress);
  }

  /// As [#complete(String)], waiting for others at most so long.
  ///
  /// @throws RuntimeException if the reply cannot be made now: it is to be tried again
  Optional<Turn> complete(String messageId, Duration patience, Turn.Progress progress) {
    Optional<Turn> there = replies.find(messageId);
    return there.isPresent() && !completion.isOwed(there.get())
        ? there
        : completing.call(patience, () -> completeNow(messageId, patience, progress));
  }

  /// Makes an end of a message whose reply cannot be made: a person will read it, and the patient
  /// is told so. Does nothing where there is a reply by now.
  void giveUp(String messageId) {
    completion.giveUp(messageId);
  }

  private Optional<Turn> completeNow(String messageId, Duration patience, Turn.Progress progress) {
    MessageReadings.Begun begun = readings.find(messageId);
    PendingReading pending = begun.reading();
    pending.text().beginQuestion();
    String conversation = begun.message().conversationId();
    try (ConversationLease lease = leases.acquire(conversation, patience)) {
      return lease.held()
          ? Optional.of(completion.complete(
              messageId, pending, clock.instant().plus(budget.length()), progress))
          : replies.find(messageId);
    } catch (UnreadMeaningException | NoVectorsException later) {
      readings.keep(messageId, pending);
      throw later;
    }
  }
}
