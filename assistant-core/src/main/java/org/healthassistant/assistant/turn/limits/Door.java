package org.healthassistant.assistant.turn.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.store.Bulkhead;

/// The door of the corridor: looks at what a message costs before any work is done for it. A
/// sender has a share of two messages at once, so that one who sends without end holds up itself
/// and nobody else. Safe from any thread.
public final class Door {

  /// How many messages are screened and stored at once. More than the database has connections,
  /// so that none of those is idle; few enough that the encoders' queue stays short.
  private static final int AT_ONCE = 64;

  /// Of one sender; two, so that a message need not wait for the one before it to be screened.
  private static final int SHARE = 2;

  /// How long a message waits for its sender's share, and then for a place.
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MessageRateLimiter rate;
  private final Bulkhead places = new Bulkhead(AT_ONCE);

  /// A share that nobody holds goes by itself.
  private final LoadingCache<String, Bulkhead> shares =
      Caffeine.newBuilder().weakValues().build(sender -> new Bulkhead(SHARE));

  /// @param rate counts every message that comes to the door
  public Door(MessageRateLimiter rate) {
    this.rate = rate;
  }

  /// Lets a message in as soon as there is a place for it.
  ///
  /// @param sender whose share it counts to
  /// @param work given how fast the sender writes: [Pace.Allowed] or [Pace.TooFast]
  public <T> Entry<T> enter(String sender, Function<Pace, T> work) {
    Pace pace = rate.count(sender);
    if (pace instanceof Pace.Unread unread) {
      return new Entry.TurnedAway<>(unread.retryAfter());
    }
    Bulkhead share = shares.get(sender);
    return share
        .call(PATIENCE, () -> places.call(PATIENCE, () -> Optional.of(work.apply(pace))))
        .<Entry<T>>map(Entry.Done::new)
        .orElseGet(() -> new Entry.TurnedAway<>(PATIENCE));
  }

  /// What became of a message at the door.
  public sealed interface Entry<T> {
    /// It went in.
    ///
    /// @param result what the work gave
    record Done<T>(T result) implements Entry<T> {}

    /// Nothing was done for it: too many messages are on their way, of all or of its sender.
    ///
    /// @param retryAfter when it may be tried again
    record TurnedAway<T>(Duration retryAfter) implements Entry<T> {}
  }
}
