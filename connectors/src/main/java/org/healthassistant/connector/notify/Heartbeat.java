package org.healthassistant.connector.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.http.HttpOutcome;
import org.healthassistant.connector.http.SingleAttemptHttpClient;

/// Tells an outside dead-man's switch that all is well, by getting its page; the switch raises
/// the alarm when that stops. Safe for use by many threads.
public final class Heartbeat {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final URI page;
  private final SingleAttemptHttpClient http;

  /// Beats at that page, which is got once a beat; redirects are not followed.
  public Heartbeat(URI page) {
    this.page = page;
    this.http = new SingleAttemptHttpClient(TIMEOUT);
  }

  /// Gets the page once. Blocks at most some seconds.
  ///
  /// @param now the time of this request
  public NotificationOutcome ping(Instant now) {
    return switch (http.get(page)) {
      case HttpOutcome.Answered answered -> {
        boolean taken = answered.status() >= 200 && answered.status() < 300;
        yield taken
            ? new NotificationOutcome.Accepted()
            : new NotificationOutcome.TryLater("http-" + answered.status(), answered.wait(now));
      }
      case HttpOutcome.NotSent notSent -> new NotificationOutcome.TryLater("connect-failed", null);
      case HttpOutcome.Broken broken -> new NotificationOutcome.TryLater(broken.code(), null);
    };
  }
}
