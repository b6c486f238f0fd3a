package org.healthassistant.assistant.turn.limits;

import java.time.Duration;

/// How fast a sender writes, told with each message.
public sealed interface Pace {

  /// Not too fast.
  record Allowed() implements Pace {}

  /// Faster than is answered: refused, unless it is urgent.
  ///
  /// @param retryAfter after how long it may be tried again
  record TooFast(Duration retryAfter) implements Pace {}

  /// Faster than is looked at: nothing of it is read.
  ///
  /// @param retryAfter after how long it may be tried again
  record Unread(Duration retryAfter) implements Pace {}
}
