package org.healthassistant.assistant.turn.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.healthassistant.assistant.library.PendingVectors;

/// The vectors of messages that were accepted here and are not answered yet, so that a message is
/// embedded once (ADR 0010). Safe from any thread.
///
/// Bounded in number and in time, since not everything that is put in is taken out: another
/// instance may make the reply. What is not here is embedded anew.
public final class PendingVectorCache {

  private static final int MOST = 512;

  /// Longer than a turn takes, so that what nobody takes makes room for what somebody will.
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final Cache<String, PendingVectors> byMessage =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /// Keeps the vectors of a message until they are taken.
  public void put(String messageId, PendingVectors vectors) {
    byMessage.put(messageId, vectors);
  }

  /// Hands the vectors of a message out once; empty when they are not here.
  public Optional<PendingVectors> take(String messageId) {
    return Optional.ofNullable(byMessage.asMap().remove(messageId));
  }
}
