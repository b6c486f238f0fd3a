package org.healthassistant.assistant.turn;

import java.time.Duration;

/// From T1 to the reply at most this long; the reply task of a web message is due then.
///
/// @param length longer than zero
public record TurnBudget(Duration length) {

  /// Checks the length.
  public TurnBudget {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException(
          "assistant.turn.time-budget must be longer than zero, got " + length);
    }
  }

  /// The term of a conversation's lease: what makes the reply may be dead after it.
  Duration lease() {
    return length.plusSeconds(10);
  }
}
