package org.healthassistant.evaluation.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits in real time for something another process does.
public final class Waiting {

  private static final Duration STEP = Duration.ofMillis(20);

  private Waiting() {}

  /// Asks every 20 ms until the answer is yes.
  ///
  /// @return whether it became so within the limit; false at once when the thread is interrupted
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  /// Lets so much time pass, less when the thread is interrupted.
  public static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toNanos();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
