package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;

/// Lets the pages of one channel go in the order of their urgency: first steps before repeats,
/// emergencies before the rest, older ones first. Safe from any thread.
///
/// So many go at once as the channel bears: two, and four where it was quick of late. Whatever is
/// on its way when the process dies goes out again, so a burst, such as after a start, must not
/// all be on its way together; and a channel that hangs holds no more than these.
///
/// A page that cannot go yet comes again, the sooner the nearer it is to its turn; so hundreds
/// that wait for a slow channel take neither the scheduler's places nor the database's time
/// from texts and replies. For example, two places and ten repeats waiting: the first page of a
/// new emergency comes, finds nobody before it, and goes as soon as one of the two is done.
final class PageTurns {

  /// How long a page waits on its thread for a place that is about to be free.
  static final Duration TURN = Duration.ofMillis(250);

  static final int USUAL_PLACES = 2;
  static final int QUICK_PLACES = 4;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);
  private static final Comparator<Waiting> ORDER = Comparator.comparingInt(Waiting::step)
      .thenComparing(Waiting::level, Comparator.reverseOrder())
      .thenComparing(Waiting::since)
      .thenComparing(Waiting::key);

  /// A channel is quick that has taken less than this on average, of its last attempts or so.
  private static final double QUICK_SECONDS = 0.5;

  /// How much the last attempt counts in that average.
  private static final double LAST_COUNTS = 0.2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Map<String, Waiting> waiting = new HashMap<>();
  private int under;
  private double seconds = 2 * QUICK_SECONDS;

  /// Makes an attempt in its turn, or says when to come again.
  Next call(Page page, Level level, Instant now, Supplier<Next> attempt) {
    Optional<Next> again = enter(page, level, now);
    if (again.isPresent()) {
      return again.get();
    }
    long begun = System.nanoTime();
    try {
      return attempt.get();
    } finally {
      leave((System.nanoTime() - begun) / 1e9);
    }
  }

  /// A page that waits for its turn no more.
  void forget(Page page) {
    lock.lock();
    try {
      waiting.remove(page.key());
    } finally {
      lock.unlock();
    }
  }

  /// How many may go at once.
  int places() {
    return seconds < QUICK_SECONDS ? QUICK_PLACES : USUAL_PLACES;
  }

  /// Empty when the page may go, and counts as on its way.
  private Optional<Next> enter(Page page, Level level, Instant now) {
    lock.lock();
    try {
      waiting.values().removeIf(other -> other.comes().isBefore(now.minus(FORGOTTEN)));
      Waiting mine = new Waiting(page.key(), page.step(), level, page.createdAt(), now);
      waiting.put(page.key(), mine);
      long patience = TURN.toNanos();
      while (!mayGo(mine, now) && isNext(mine) && patience > 0) {
        patience = left.awaitNanos(patience);
      }
      if (!mayGo(mine, now)) {
        Instant comes = now.plus(pause(mine));
        waiting.put(page.key(), new Waiting(page.key(), page.step(), level, mine.since(), comes));
        return Optional.of(new Next.Again(comes));
      }
      waiting.remove(page.key());
      under++;
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Next.Again(now.plus(TURN)));
    } finally {
      lock.unlock();
    }
  }

  private void leave(double took) {
    lock.lock();
    try {
      under--;
      seconds += LAST_COUNTS * (took - seconds);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Whether a place is free that no page wants which goes before and is about to come.
  private boolean mayGo(Waiting mine, Instant now) {
    long before = waiting.values().stream()
        .filter(other -> ORDER.compare(other, mine) < 0 && other.isExpected(now))
        .count();
    return under + before < places();
  }

  private boolean isNext(Waiting mine) {
    return before(mine) < places();
  }

  private Duration pause(Waiting mine) {
    Duration pause = TURN.multipliedBy(1 + before(mine) / places());
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private long before(Waiting mine) {
    return waiting.values().stream()
        .filter(other -> ORDER.compare(other, mine) < 0)
        .count();
  }

  /// A page that waits.
  ///
  /// @param comes when it asks again
  private record Waiting(String key, int step, Level level, Instant since, Instant comes) {

    /// Whether it asks again within a moment. One that did not come when it should have was sent
    /// by another instance, or is needed no more: nobody waits for it.
    boolean isExpected(Instant now) {
      return !comes.isAfter(now.plus(TURN)) && !comes.isBefore(now.minus(TURN.multipliedBy(4)));
    }
  }
}
