package org.healthassistant.assistant.turn;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How fast a subject may write: so many messages a minute, refilled evenly. Kept in memory, for
/// each instance by itself.
@Component
class Pace {

  private static final int REMEMBERED = 50_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      });

  Pace(TurnSettings settings) {
    this.perMinute = settings.messagesPerMinute();
  }

  /// Counts one message.
  ///
  /// @return empty when it is not too fast, else after how long it may be tried again
  Optional<Duration> tooFast(String subjectId) {
    var probe = buckets.computeIfAbsent(subjectId, id -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
