package org.healthassistant.assistant.store;

import com.github.f4b6a3.uuid.UuidCreator;

/// Makes the ids of things: UUID version 7, so that ids sort by the time they were made.
public final class Ids {

  private Ids() {}

  /// A new id, 36 characters. Safe from any thread; ids of one process are in ascending order.
  public static String next() {
    return UuidCreator.getTimeOrderedEpochPlus1().toString();
  }
}
