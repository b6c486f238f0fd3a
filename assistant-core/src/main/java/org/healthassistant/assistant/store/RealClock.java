package org.healthassistant.assistant.store;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/// Real time: message times, `replyBy`, tokens, tasks, signatures. Clinical dates are
/// [ClinicalClock]'s.
public final class RealClock implements InstantSource {

  private final InstantSource source;

  /// @param source where the time comes from; tests hand in one that they move
  public RealClock(InstantSource source) {
    this.source = source;
  }

  /// The system's clock.
  public static RealClock system() {
    return new RealClock(Clock.systemUTC());
  }

  @Override
  public Instant instant() {
    return source.instant();
  }
}
