package org.healthassistant.assistant.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Limits how many callers do some work at once; the others wait, and give up when that takes too
/// long. Without it every message of a flood would hold memory until there is none.
///
/// Kept by hand: it is a semaphore and a time limit, and a library for it (Resilience4j's
/// bulkhead) would be larger than its use.
public final class Bulkhead {

  private final Semaphore places;

  /// @param places how many go through at once, at least 1
  public Bulkhead(int places) {
    this.places = new Semaphore(places, true);
  }

  /// Does the work as soon as a place is free.
  ///
  /// @param patience how long to wait for a place; zero or less only looks
  /// @return what the work gives; empty also when no place was free in time or the thread was
  ///     interrupted: then nothing was done
  public <T> Optional<T> call(Duration patience, Supplier<Optional<T>> work) {
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
