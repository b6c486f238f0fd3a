package org.healthassistant.assistant.turn;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.store.Bulkhead;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.limits.ConversationLease;
import org.healthassistant.assistant.turn.limits.ConversationLeases;
import org.healthassistant.assistant.turn.screening.PendingVectorCache;
import org.healthassistant.assistant.turn.screening.WindowVectors;
import org.springframework.stereotype.Component;

/// The corridor that every patient's message walks through, with its two verbs. Web, SMS and
/// outreach call these and nothing else.
@Component
public class Corridor {

  /// Beyond this many bytes a message is not read at all.
  public static final int UNREADABLE_BYTES = 64 * 1024;

  /// How many messages are screened and stored at once. More than the database has connections,
  /// so that none of those is idle; few enough that the encoders' queue stays short.
  private static final int ACCEPTED_AT_ONCE = 64;

  private static final Duration PATIENCE_AT_THE_DOOR = Duration.ofSeconds(2);

  /// How many replies are made at once; with a model most of them wait for it.
  private static final int COMPLETED_AT_ONCE = 512;

  private static final Duration VECTORS_IN_TIME = Duration.ofMillis(150);
  private static final Duration VECTORS_BEFORE_REFUSAL = Duration.ofSeconds(2);

  private final Admission admission;
  private final Completion completion;
  private final ReplyStore replies;
  private final Messages messages;
  private final Library library;
  private final ConversationLeases leases;
  private final TurnBudget budget;
  private final RealClock clock;
  private final Bulkhead accepting = new Bulkhead(ACCEPTED_AT_ONCE);
  private final Bulkhead completing = new Bulkhead(COMPLETED_AT_ONCE);
  private final PendingVectorCache pendingVectors = new PendingVectorCache();

  Corridor(
      Admission admission,
      Completion completion,
      ReplyStore replies,
      Messages messages,
      Library library,
      ConversationLeases leases,
      TurnBudget budget,
      RealClock clock) {
    this.admission = admission;
    this.completion = completion;
    this.replies = replies;
    this.messages = messages;
    this.library = library;
    this.leases = leases;
    this.budget = budget;
    this.clock = clock;
  }

  /// Screens and stores a message; after it returns [Accepted.Stored] nothing of it can be lost.
  ///
  /// What would be refused waits up to two seconds for its meaning to be read, and without it is
  /// accepted: nothing is refused unscreened. Where more come than can be looked at, one waits
  /// two seconds and is then [Accepted.Busy]: neither stored nor refused.
  ///
  /// @throws RuntimeException if the database does not take it: the sender must hear no success
  public Accepted accept(Inbound inbound) {
    if (inbound.text().isBlank()) {
      return new Accepted.Refused(Accepted.Reason.EMPTY, Optional.empty());
    }
    if (inbound.text().getBytes(StandardCharsets.UTF_8).length > UNREADABLE_BYTES) {
      return new Accepted.Refused(Accepted.Reason.TOO_LONG, Optional.empty());
    }
    return accepting
        .call(PATIENCE_AT_THE_DOOR, () -> Optional.of(admit(inbound)))
        .orElseGet(() -> new Accepted.Busy(PATIENCE_AT_THE_DOOR));
  }

  private Accepted admit(Inbound inbound) {
    PendingVectors pending = library.begin(inbound.text());
    var vectors = WindowVectors.await(pending, VECTORS_IN_TIME);
    Accepted first = admission.admit(inbound, vectors, vectors.isPresent());
    if (vectors.isEmpty() && first instanceof Accepted.Refused) {
      var late = WindowVectors.await(pending, VECTORS_BEFORE_REFUSAL);
      first = admission.admit(inbound, late, late.isPresent());
    }
    if (first instanceof Accepted.Stored stored && stored.done().isEmpty()) {
      pendingVectors.put(stored.messageId(), pending);
    }
    return first;
  }

  /// Makes the reply to a stored message and stores it; idempotent. Waits for another `complete`
  /// of the conversation, and while too many replies are being made, at most as long as the time
  /// budget.
  ///
  /// @return the Turn; empty when it could not be made in that time: the reply task completes it
  public Optional<Turn> complete(String messageId) {
    return complete(messageId, budget.length());
  }

  /// As [#complete(String)], waiting for others at most so long.
  Optional<Turn> complete(String messageId, Duration patience) {
    Optional<Turn> there = replies.find(messageId);
    return there.isPresent()
        ? there
        : completing.call(patience, () -> completeNow(messageId, patience));
  }

  private Optional<Turn> completeNow(String messageId, Duration patience) {
    Message message = messages
        .find(messageId)
        .orElseThrow(() -> new IllegalArgumentException("no message has id " + messageId));
    PendingVectors vectors =
        pendingVectors.take(messageId).orElseGet(() -> library.begin(message.text()));
    vectors.beginQuestion();
    try (ConversationLease lease = leases.acquire(message.conversationId(), patience)) {
      return lease.held()
          ? Optional.of(
              completion.complete(messageId, vectors, clock.instant().plus(budget.length())))
          : replies.find(messageId);
    }
  }
}
