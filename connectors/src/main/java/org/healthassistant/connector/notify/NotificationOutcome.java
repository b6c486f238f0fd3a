package org.healthassistant.connector.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one attempt to tell somebody.
public sealed interface NotificationOutcome {
  /// The other side took it.
  record Accepted() implements NotificationOutcome {}

  /// It was not, or perhaps not, taken; trying again helps and does no harm, since the id is the
  /// same.
  ///
  /// @param code a stable word for logs, such as `timeout` or `http-503`
  /// @param after how long the other side asks to wait; null if it does not say
  record TryLater(String code, @Nullable Duration after) implements NotificationOutcome {}

  /// It was refused, and the same request will be refused again.
  ///
  /// @param code a stable word for logs, such as `http-301`
  record Refused(String code) implements NotificationOutcome {}

  /// The receiver says that it is gone for good (HTTP 410): stop sending there.
  record Gone() implements NotificationOutcome {}
}
