package org.healthassistant.assistant.store;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Condition variables by topic: wakes whoever waits for new rows of a topic (a conversation's
/// id, `escalations`, …). Safe from any thread; nobody who signals waits for a reader.
///
/// A reader opens a [Watch] *before* it reads rows, and waits *after* it has read them:
///
/// ```
/// try (var watch = signals.watch(conversationId)) {
///   while (running) {
///     position = readRowsAfter(position);   // 1
///     watch.await(Duration.ofSeconds(1));   // 2
///   }
/// }
/// ```
///
/// A row committed between 1 and 2 was perhaps not read, but its signal came after the watch last
/// looked, so the wait of 2 returns at once. This is why the watch counts signals instead of only
/// waiting for the next one.
public final class TopicSignals {

  private final ConcurrentHashMap<String, Topic> topics = new ConcurrentHashMap<>();

  /// Watches a topic from now on. The topic is kept while somebody watches it.
  public Watch watch(String topic) {
    Topic watched = topics.compute(topic, (name, found) -> {
      Topic kept = found == null ? new Topic() : found;
      kept.watchers++;
      return kept;
    });
    return new Watch(topic, watched);
  }

  /// Wakes everybody who watches the topic; nothing happens when nobody does.
  public void signal(String topic) {
    Topic found = topics.get(topic);
    if (found != null) {
      found.signal();
    }
  }

  /// How many topics are watched.
  int watched() {
    return topics.size();
  }

  /// One reader's watch of a topic; for one thread.
  public final class Watch implements AutoCloseable {

    private final String name;
    private final Topic topic;
    private long seen;

    private Watch(String name, Topic topic) {
      this.name = name;
      this.topic = topic;
      this.seen = topic.signals();
    }

    /// Waits until the topic is signalled, or the time is over. Returns at once when it was
    /// signalled since the last wait ended (or since the watch began).
    ///
    /// @return whether it was signalled
    /// @throws InterruptedException if the thread was interrupted
    public boolean await(Duration atMost) throws InterruptedException {
      long now = topic.await(seen, atMost);
      boolean signalled = now > seen;
      seen = now;
      return signalled;
    }

    /// Ends the watch.
    @Override
    public void close() {
      topics.computeIfPresent(name, (key, found) -> --found.watchers <= 0 ? null : found);
    }
  }

  private static final class Topic {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long signals;
    private int watchers;

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

    /// The number of signals when it is more than `seen`, or when the time is over.
    long await(long seen, Duration atMost) throws InterruptedException {
      long left = atMost.toNanos();
      lock.lockInterruptibly();
      try {
        while (signals <= seen && left > 0) {
          left = changed.awaitNanos(left);
        }
        return signals;
      } finally {
        lock.unlock();
      }
    }
  }
}
