package org.healthassistant.assistant.turn.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Limits how fast a sender may write: so many messages a minute are answered, and four times
/// as many are looked at, both refilled evenly. Every message counts, whatever becomes of it:
/// what is refused costs as much to screen as what is taken. Kept in memory, for each instance
/// by itself. Safe from any thread.
public final class MessageRateLimiter {

  private static final int SENDERS = 50_000;

  /// So many times as much as is answered is screened, since what is too fast may be urgent.
  private static final int READ_FOR_EACH_ANSWERED = 4;

  private final TimeMeter time;
  private final LoadingCache<String, Buckets> senders;

  /// @param perMinute how many messages of one sender are answered in a minute, at least 1
  /// @param clock real time
  public MessageRateLimiter(int perMinute, InstantSource clock) {
    this.time = new ClockMeter(clock);
    this.senders = Caffeine.newBuilder()
        .maximumSize(SENDERS)
        .build(
            sender -> new Buckets(bucket(perMinute), bucket(perMinute * READ_FOR_EACH_ANSWERED)));
  }

  /// Counts one message of a sender.
  public Pace count(String sender) {
    Buckets buckets = senders.get(sender);
    ConsumptionProbe read = buckets.read().tryConsumeAndReturnRemaining(1);
    if (!read.isConsumed()) {
      return new Pace.Unread(wait(read));
    }
    ConsumptionProbe answered = buckets.answered().tryConsumeAndReturnRemaining(1);
    return answered.isConsumed() ? new Pace.Allowed() : new Pace.TooFast(wait(answered));
  }

  private static Duration wait(ConsumptionProbe probe) {
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket(int aMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record Buckets(Bucket answered, Bucket read) {}

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
