package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PriorityExecutorTest {
  @Test
  void servesLiveWorkWhileBulkWorkIsWaiting() throws Exception {
    try (PriorityExecutor pool = new PriorityExecutor(2)) {
      CountDownLatch release = new CountDownLatch(1);
      List<CompletableFuture<Boolean>> bulk = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        bulk.add(pool.submit(Priority.BULK, () -> await(release)));
      }

      assertThat(pool.submit(Priority.LIVE, () -> "live").get(10, TimeUnit.SECONDS))
          .isEqualTo("live");

      release.countDown();
      for (CompletableFuture<Boolean> task : bulk) {
        assertThat(task.get(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void servesWhatIsFirstBeforeLiveWorkThatCameBefore() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<String> served = Collections.synchronizedList(new ArrayList<>());
    try (PriorityExecutor pool = new PriorityExecutor(1)) {
      pool.submit(Priority.LIVE, () -> await(release));
      CompletableFuture<Boolean> live = pool.submit(Priority.LIVE, () -> served.add("live"));
      CompletableFuture<Boolean> first = pool.submit(Priority.FIRST, () -> served.add("first"));
      release.countDown();
      assertThat(live.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(served).containsExactly("first", "live");
  }

  @Test
  void doesBulkWorkOnOneThreadAtATime() throws Exception {
    try (PriorityExecutor pool = new PriorityExecutor(4)) {
      AtomicInteger running = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      List<CompletableFuture<Integer>> bulk = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        bulk.add(pool.submit(Priority.BULK, () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          return running.decrementAndGet();
        }));
      }
      for (CompletableFuture<Integer> task : bulk) {
        task.get(10, TimeUnit.SECONDS);
      }
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void refusesLiveWorkThatWouldWaitBehindAThousandOthers() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (PriorityExecutor pool = new PriorityExecutor(1)) {
      CompletableFuture<Boolean> running = pool.submit(Priority.LIVE, () -> {
        begun.countDown();
        return await(release);
      });
      begun.await();
      List<CompletableFuture<Integer>> waiting = new ArrayList<>();
      for (int i = 0; i < PriorityExecutor.LONGEST_QUEUE; i++) {
        waiting.add(pool.submit(Priority.LIVE, () -> 1));
      }

      CompletableFuture<Integer> tooMany = pool.submit(Priority.LIVE, () -> 1);

      assertThatThrownBy(tooMany::join).hasCauseInstanceOf(RejectedExecutionException.class);
      release.countDown();
      assertThat(running.get(10, TimeUnit.SECONDS)).isTrue();
      for (CompletableFuture<Integer> task : waiting) {
        assertThat(task.get(10, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
  }

  @Test
  void takesLiveWorkFirstOnASingleThread() throws Exception {
    try (PriorityExecutor pool = new PriorityExecutor(1)) {
      CountDownLatch release = new CountDownLatch(1);
      CountDownLatch begun = new CountDownLatch(1);
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      CompletableFuture<Boolean> first = pool.submit(Priority.BULK, () -> {
        begun.countDown();
        return await(release);
      });
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Boolean> bulk = pool.submit(Priority.BULK, () -> order.add("bulk"));
      CompletableFuture<Boolean> live = pool.submit(Priority.LIVE, () -> order.add("live"));
      release.countDown();
      CompletableFuture.allOf(first, bulk, live).get(10, TimeUnit.SECONDS);

      assertThat(order).containsExactly("live", "bulk");
    }
  }

  @Test
  void refusesWorkAfterItWasClosed() {
    PriorityExecutor pool = new PriorityExecutor(1);
    pool.close();

    assertThatThrownBy(() -> pool.submit(Priority.LIVE, () -> 1).join())
        .isInstanceOf(CancellationException.class);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
