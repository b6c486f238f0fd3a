package org.healthassistant.assistant.turn.limits;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;

/// Lets one thread at a time, in whatever instance, make the replies of a conversation.
///
/// Why a lease and not a lock: making a reply waits for encoders and models, up to half a
/// minute, and no database connection may be held meanwhile; a row lock would hold one. So the
/// holder writes its name and a term into the conversation's row and lets go of the connection.
/// An example: the web request of a message and the task that stands behind it both call
/// `complete` in the same second. The second one finds the first one's name in the row and
/// waits; when the lease is released it finds the reply and makes none. Without the lease both
/// would draft, a model would be paid twice, and one draft would be thrown away. Where the
/// holder's process was killed in between, nobody releases: then the term runs out, and the next
/// one that asks gets the lease.
///
/// A release in this instance wakes the next at once; one in another instance is seen at the next
/// look, half a second later at most.
public final class ConversationLeases {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Conversations conversations;
  private final TopicSignals signals;
  private final RealClock clock;
  private final Duration term;

  /// @param term how long a lease is good for, should its holder die; longer than a turn may take
  public ConversationLeases(
      Conversations conversations, TopicSignals signals, RealClock clock, Duration term) {
    this.conversations = conversations;
    this.signals = signals;
    this.clock = clock;
    this.term = term;
  }

  /// Takes the lease of a conversation, waiting for whoever has it. Holds no database connection
  /// while it waits.
  ///
  /// @param patience how long to wait; zero or less asks once
  /// @return to be closed in any case; not [ConversationLease#held] when the patience is over or
  ///     the thread was interrupted, which then stays interrupted
  public ConversationLease acquire(String conversationId, Duration patience) {
    Instant end = clock.instant().plus(patience);
    String owner = Ids.next();
    try (TopicSignals.Watch watch = signals.watch(topic(conversationId))) {
      while (!conversations.lease(conversationId, owner, term)) {
        if (!clock.instant().isBefore(end)) {
          return new ConversationLease(false, () -> {});
        }
        watch.await(LOOK);
      }
      return new ConversationLease(true, () -> release(conversationId, owner));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ConversationLease(false, () -> {});
    }
  }

  private void release(String conversationId, String owner) {
    conversations.release(conversationId, owner);
    signals.signal(topic(conversationId));
  }

  private static String topic(String conversationId) {
    return "lease/" + conversationId;
  }
}
