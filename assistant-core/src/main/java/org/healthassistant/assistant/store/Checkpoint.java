package org.healthassistant.assistant.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Makes commits durable on H2 by one `CHECKPOINT` that all waiting commits share; does nothing on
/// PostgreSQL, whose commit is durable by itself.
///
/// H2 writes with a delay, and a killed process loses what was committed in it. Writing at every
/// commit (`WRITE_DELAY=0`) lets the file grow without end, hence this: a commit waits for the next
/// checkpoint that began after it. Safe from any thread.
final class Checkpoint {

  private final Runnable statement;
  private final boolean needed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private long asked;
  private long done;
  private boolean running;

  /// @param needed whether this database needs it
  /// @param statement runs one `CHECKPOINT`
  Checkpoint(boolean needed, Runnable statement) {
    this.needed = needed;
    this.statement = statement;
  }

  /// Returns when everything committed before this call survives the death of the process.
  void await() {
    if (!needed) {
      return;
    }
    long mine;
    lock.lock();
    try {
      mine = ++asked;
      while (running && done < mine) {
        finished.awaitUninterruptibly();
      }
      if (done >= mine) {
        return;
      }
      running = true;
      mine = asked;
    } finally {
      lock.unlock();
    }
    boolean succeeded = false;
    try {
      statement.run();
      succeeded = true;
    } finally {
      lock.lock();
      try {
        running = false;
        if (succeeded) {
          done = Math.max(done, mine);
        }
        finished.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
