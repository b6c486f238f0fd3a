package org.healthassistant.assistant.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it. Safe from any thread.
public final class MovableClock implements InstantSource {

  /// Where every clock begins: a Tuesday, in the morning of the United States.
  public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves the clock on, or back where the time is negative.
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /// Sets the clock.
  public void set(Instant instant) {
    now = instant;
  }
}
