package org.healthassistant.assistant.turn.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/// The readings of messages that were accepted here and are not answered yet, so that a message
/// is read once (ADR 0010). Safe from any thread.
///
/// Bounded in number and in time, since not everything that is put in is taken out: another
/// instance may make the reply. What is not here is read anew.
public final class PendingReadingCache {

  private static final int MOST = 512;

  /// Longer than a turn takes, so that what nobody takes makes room for what somebody will.
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final Cache<String, PendingReading> byMessage =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /// Keeps the reading of a message until it is taken.
  public void put(String messageId, PendingReading reading) {
    byMessage.put(messageId, reading);
  }

  /// Hands the reading of a message out once; empty when it is not here.
  public Optional<PendingReading> take(String messageId) {
    return Optional.ofNullable(byMessage.asMap().remove(messageId));
  }
}
