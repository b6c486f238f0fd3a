package org.healthassistant.knowledge.embed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads with three queues, served in the order of their [Priority]; and at
/// most one thread at a time does bulk work, so that on two threads or more no other task waits
/// for bulk work alone.
///
/// The first two queues are bounded: what would wait behind a thousand others is refused at
/// once, since nobody waits that long. An `Error` fails its task and is thrown on: without
/// memory the native code below is not to be called again, and the process should end.
final class PriorityExecutor implements AutoCloseable {
  /// The most tasks that wait in one of the first two queues.
  static final int LONGEST_QUEUE = 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Task<?>> first = new ArrayDeque<>();
  private final Deque<Task<?>> live = new ArrayDeque<>();
  private final Deque<Task<?>> bulk = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean bulkRunning;
  private boolean closed;

  private record Task<T>(Supplier<T> work, CompletableFuture<T> result, Priority priority) {
    void run() {
      try {
        result.complete(work.get());
      } catch (RuntimeException failed) {
        result.completeExceptionally(failed);
      } catch (Error fatal) {
        result.completeExceptionally(fatal);
        throw fatal;
      }
    }

    void refuse() {
      result.completeExceptionally(new CancellationException("the encoders were closed"));
    }

    void tooMany() {
      result.completeExceptionally(new RejectedExecutionException(
          "the encoders have " + LONGEST_QUEUE + " texts waiting already"));
    }
  }

  PriorityExecutor(int size) {
    for (int i = 0; i < size; i++) {
      threads.add(Thread.ofPlatform().daemon().name("encoder-" + i).start(this::serve));
    }
  }

  <T> CompletableFuture<T> submit(Priority priority, Supplier<T> work) {
    Task<T> task = new Task<>(work, new CompletableFuture<>(), priority);
    lock.lock();
    try {
      if (closed) {
        task.refuse();
      } else if (priority != Priority.BULK && queue(priority).size() >= LONGEST_QUEUE) {
        task.tooMany();
      } else {
        queue(priority).add(task);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return task.result();
  }

  private Deque<Task<?>> queue(Priority priority) {
    return switch (priority) {
      case FIRST -> first;
      case LIVE -> live;
      case BULK -> bulk;
    };
  }

  private void serve() {
    @Nullable Task<?> task = next();
    while (task != null) {
      if (!task.result().isDone()) {
        task.run();
      }
      done(task.priority());
      task = next();
    }
  }

  private @Nullable Task<?> next() {
    lock.lock();
    try {
      while (!closed) {
        if (!first.isEmpty()) {
          return first.poll();
        }
        if (!live.isEmpty()) {
          return live.poll();
        }
        if (!bulkRunning && !bulk.isEmpty()) {
          bulkRunning = true;
          return bulk.poll();
        }
        changed.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void done(Priority priority) {
    lock.lock();
    try {
      if (priority == Priority.BULK) {
        bulkRunning = false;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      for (Deque<Task<?>> queue : List.of(first, live, bulk)) {
        queue.forEach(Task::refuse);
        queue.clear();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      joinQuietly(thread);
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
