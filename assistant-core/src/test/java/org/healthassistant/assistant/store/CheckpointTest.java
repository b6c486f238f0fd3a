package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  @Test
  void doesNothingWhereTheDatabaseNeedsNone() {
    new Checkpoint(false, () -> {
          throw new AssertionError("not needed");
        })
        .await();
  }

  @Test
  void servesAllWhoWaitWithOneStatementThatBeganAfterThem() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch firstIsRunning = new CountDownLatch(1);
    CountDownLatch letItEnd = new CountDownLatch(1);
    Checkpoint checkpoint = new Checkpoint(true, () -> {
      if (runs.incrementAndGet() == 1) {
        firstIsRunning.countDown();
        await(letItEnd);
      }
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(checkpoint::await);
      assertThat(firstIsRunning.await(5, TimeUnit.SECONDS)).isTrue();
      CountDownLatch waiting = new CountDownLatch(20);
      for (int i = 0; i < 20; i++) {
        threads.submit(() -> {
          waiting.countDown();
          checkpoint.await();
        });
      }
      waiting.await();
      letItEnd.countDown();
    }
    assertThat(runs.get()).as("statements for 21 commits").isBetween(2, 20);
  }

  @Test
  void doesNotCallACommitDurableWhenTheStatementFailed() {
    AtomicInteger runs = new AtomicInteger();
    Checkpoint checkpoint = new Checkpoint(true, () -> {
      if (runs.incrementAndGet() == 1) {
        throw new IllegalStateException("disk full");
      }
    });
    assertThatThrownBy(checkpoint::await).hasMessage("disk full");
    checkpoint.await();
    assertThat(runs).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
