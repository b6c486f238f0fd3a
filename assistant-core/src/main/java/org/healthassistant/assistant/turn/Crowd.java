package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A door that so many go through at once; the others wait before it, and go away when that takes
/// too long. Without it every message of a flood would hold memory until there is none.
final class Crowd {

  private final Semaphore places;

  /// @param places how many go through at once, at least 1
  Crowd(int places) {
    this.places = new Semaphore(places, true);
  }

  /// Does the work when a place is free; empty when none was in time, and nothing was done.
  <T> Optional<T> through(Duration patience, Supplier<Optional<T>> work) {
    try {
      if (!places.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
