package org.healthassistant.assistant.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Makes commits durable on H2 by one `CHECKPOINT` that all waiting commits share; does nothing
/// on PostgreSQL, whose commit is durable by itself.
///
/// H2 writes with a delay, and a killed process loses what was committed in it. Writing at
/// every commit (`WRITE_DELAY=0`) lets the file grow without end, hence this: a commit waits
/// for the next checkpoint that began after it. Kept by hand: this is group commit, and no
/// library of ours has it (ADR 0002). Safe from any thread.
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
  ///
  /// Each caller draws a number, and a statement serves every number drawn before it began. An
  /// example: A draws 1 and runs a statement for numbers up to 1. While it runs, B draws 2 and
  /// C draws 3; both wait, since the statement began before their commits and may have missed
  /// them. When it ends, one of the two wakes first, say B, and runs the next statement for
  /// numbers up to 3, since C's commit is older than its beginning. C wakes when it ends, finds
  /// 3 done and returns without a statement of its own. So twenty commits at once cost two
  /// statements and not twenty.
  ///
  /// A statement that fails serves nobody: its caller gets the exception, and one of those who
  /// wait runs the next.
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
