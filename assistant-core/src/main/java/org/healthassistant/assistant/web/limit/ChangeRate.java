package org.healthassistant.assistant.web.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.stereotype.Component;

/// Limits how often a patient may change something that is no message, such as a consent: each
/// leaves rows behind. Asked before any work; messages have a limit of their own. Kept in memory,
/// for each instance by itself. Safe from any thread.
@Component
public class ChangeRate {

  /// From the first change on, after which it counts anew.
  public static final Duration TIME = Duration.ofMinutes(1);

  private static final int MOST = 240;
  private static final int PATIENTS = 50_000;

  private final LoadingCache<String, AtomicInteger> counts;

  ChangeRate(RealClock clock) {
    counts = Caffeine.newBuilder()
        .maximumSize(PATIENTS)
        .expireAfterWrite(TIME)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli()))
        .build(patient -> new AtomicInteger());
  }

  /// Counts one change of a patient.
  ///
  /// @return whether it may be done; else there were too many in that time
  public boolean allows(String patientId) {
    return counts.get(patientId).incrementAndGet() <= MOST;
  }
}
