package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.jspecify.annotations.Nullable;

/// Lets a channel rest that has failed again and again, so that no page waits behind attempts at
/// one that does not answer. Safe from any thread.
///
/// After five failures in a row it rests for fifteen seconds; each further failure begins the
/// rest anew. A page's **first** attempt goes even so, since the channel may work by now and
/// nobody else may be there to be paged; only further attempts at the same page rest. When the
/// rest is over one of them tries the channel, and where anything gets through all may go. A
/// clock that is set back makes no rest longer (ADR 0042).
final class ChannelRest {

  static final int FAILURES = 5;
  static final Duration REST = Duration.ofSeconds(15);

  private int failures;
  private @Nullable Instant until;

  /// Whether an attempt may be made now. Who may says [#told] what came of it; where it does not,
  /// since the process has died, another tries after a further rest.
  ///
  /// @param first whether the page has not been tried before
  synchronized boolean lets(boolean first, Instant now) {
    if (rests(now)) {
      return first;
    }
    if (until != null) {
      until = now.plus(REST);
    }
    return true;
  }

  /// Counts what came of an attempt. That a person's address was refused says nothing of the
  /// channel.
  synchronized void told(NotificationOutcome outcome, Instant now) {
    switch (outcome) {
      case NotificationOutcome.Accepted accepted -> works();
      case NotificationOutcome.Gone gone -> works();
      case NotificationOutcome.Refused refused -> {}
      case NotificationOutcome.TryLater later -> {
        failures++;
        if (failures >= FAILURES) {
          until = now.plus(REST);
        }
      }
    }
  }

  /// Whether only first attempts go now.
  synchronized boolean rests(Instant now) {
    return until != null && now.isBefore(until) && !until.isAfter(now.plus(REST));
  }

  private void works() {
    failures = 0;
    until = null;
  }
}
