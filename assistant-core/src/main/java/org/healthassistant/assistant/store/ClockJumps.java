package org.healthassistant.assistant.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Notices when the system's clock was set back: the time that passed by it is less than the time
/// that passed. One thread's business.
final class ClockJumps {

  /// Less is the work of clock synchronisation and of pauses between two readings.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private Instant clock;
  private long nanos;

  /// @param nanos [System#nanoTime] at that moment
  ClockJumps(Instant clock, long nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /// By how much the clock was set back since the last call, or since the beginning; empty: it
  /// was not.
  Optional<Duration> check(Instant clockNow, long nanosNow) {
    Duration passed = Duration.ofNanos(nanosNow - nanos);
    Duration back = passed.minus(Duration.between(clock, clockNow));
    clock = clockNow;
    nanos = nanosNow;
    return back.compareTo(TOLERANCE) > 0 ? Optional.of(back) : Optional.empty();
  }
}
