package org.healthassistant.assistant.record.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.Backoff;
import org.jspecify.annotations.Nullable;

/// Lets a server of others rest that fails, longer each time. A clock that is set back ends a
/// rest. Safe for use by many threads.
public final class ServerRest {

  private static final Backoff PAUSES = new Backoff(
      List.of(
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5)),
      Duration.ofMinutes(30));

  private int failures;
  private @Nullable Instant from;
  private Instant until = Instant.MIN;
  private String code = "";

  /// One that has not failed.
  public ServerRest() {}

  /// Whether the server is not to be asked now.
  public synchronized boolean holds(Instant now) {
    Instant start = from;
    return start != null && !now.isBefore(start) && now.isBefore(until);
  }

  /// Until when it rests; long past where it never failed.
  public synchronized Instant until() {
    return until;
  }

  /// The server answered.
  public synchronized void over() {
    failures = 0;
    from = null;
    code = "";
  }

  /// The server failed.
  ///
  /// @param what a stable word
  /// @param asked how long it asks to wait; empty: it does not say
  public synchronized void after(String what, Optional<Duration> asked, Instant now) {
    failures++;
    from = now;
    until = now.plus(PAUSES.next(failures, asked.orElse(null)));
    code = what;
  }

  /// The word for the last failure; empty while the server answers.
  public synchronized String code() {
    return code;
  }
}
