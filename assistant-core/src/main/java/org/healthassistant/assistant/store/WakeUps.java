package org.healthassistant.assistant.store;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes whoever waits for new rows of a topic (a conversation's id, `escalations`, …).
///
/// A waiter reads rows after its own position, then waits for the topic's next signal; a signal
/// that
/// came after it took its ticket is never missed. Nobody who signals waits for a reader.
public final class WakeUps {

  private final ConcurrentHashMap<String, Topic> topics = new ConcurrentHashMap<>();

  /// Takes a ticket before reading rows: the number of signals so far. The caller has joined.
  public long ticket(String topic) {
    Topic found = topics.get(topic);
    return found == null ? 0 : found.signals();
  }

  /// Registers a waiter, so that the topic stays while it does; undo with [#leave].
  public void join(String topic) {
    topics.compute(topic, (name, found) -> {
      Topic kept = found == null ? new Topic() : found;
      kept.waiters++;
      return kept;
    });
  }

  /// Unregisters a waiter.
  public void leave(String topic) {
    topics.computeIfPresent(topic, (name, found) -> --found.waiters <= 0 ? null : found);
  }

  /// Waits until the topic was signalled after the ticket was taken, or the time is over.
  ///
  /// @return whether it was signalled
  public boolean await(String topic, long ticket, Duration atMost) throws InterruptedException {
    Topic found = topics.get(topic);
    return found != null && found.await(ticket, atMost);
  }

  /// Wakes everybody who waits for the topic.
  public void signal(String topic) {
    Topic found = topics.get(topic);
    if (found != null) {
      found.signal();
    }
  }

  private static final class Topic {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long signals;
    private int waiters;

    long signals() {
      lock.lock();
      try {
        return signals;
      } finally {
        lock.unlock();
      }
    }

    void signal() {
      lock.lock();
      try {
        signals++;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    boolean await(long ticket, Duration atMost) throws InterruptedException {
      long left = atMost.toNanos();
      lock.lockInterruptibly();
      try {
        while (signals <= ticket && left > 0) {
          left = changed.awaitNanos(left);
        }
        return signals > ticket;
      } finally {
        lock.unlock();
      }
    }
  }
}
