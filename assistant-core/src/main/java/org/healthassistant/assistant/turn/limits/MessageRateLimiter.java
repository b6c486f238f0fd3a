package org.healthassistant.assistant.turn.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Limits how fast a subject may write: so many messages a minute, refilled evenly. Kept in
/// memory, for each instance by itself. Safe from any thread.
public final class MessageRateLimiter {

  private static final int SUBJECTS = 50_000;

  private final int perMinute;
  private final TimeMeter time;
  private final LoadingCache<String, Bucket> buckets;

  /// @param perMinute how many messages of one subject are allowed in a minute, at least 1
  /// @param clock real time
  public MessageRateLimiter(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.time = new ClockMeter(clock);
    this.buckets = Caffeine.newBuilder().maximumSize(SUBJECTS).build(subject -> newBucket());
  }

  /// Counts one message.
  ///
  /// @return empty when it is allowed, else after how long it may be tried again
  public Optional<Duration> tooFast(String subjectId) {
    var probe = buckets.get(subjectId).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
