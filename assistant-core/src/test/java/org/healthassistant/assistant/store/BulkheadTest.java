package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BulkheadTest {

  private final Bulkhead bulkhead = new Bulkhead(1);

  @Test
  void doesTheWorkWhileAPlaceIsFree() {
    assertThat(bulkhead.call(Duration.ZERO, () -> Optional.of("done"))).contains("done");
    assertThat(bulkhead.call(Duration.ZERO, Optional::empty)).isEmpty();
  }

  @Test
  void doesNothingWhereNoPlaceBecomesFreeInTime() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> bulkhead.call(Duration.ZERO, () -> {
        inside.countDown();
        awaitUninterrupted(leave);
        return Optional.of("first");
      }));
      assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(bulkhead.call(Duration.ofMillis(1), BulkheadTest::neverDone)).isEmpty();
      assertThat(bulkhead.call(Duration.ofSeconds(-1), BulkheadTest::neverDone)).isEmpty();
      var second =
          threads.submit(() -> bulkhead.call(Duration.ofSeconds(30), () -> Optional.of("second")));
      leave.countDown();
      assertThat(first.get(5, TimeUnit.SECONDS)).contains("first");
      assertThat(second.get(5, TimeUnit.SECONDS)).as("it waited for a place").contains("second");
    }
  }

  @Test
  void freesThePlaceOfWorkThatFails() {
    assertThatThrownBy(() -> bulkhead.call(Duration.ZERO, () -> {
          throw new IllegalStateException("failed");
        }))
        .hasMessage("failed");
    assertThat(bulkhead.call(Duration.ZERO, () -> Optional.of("next"))).contains("next");
  }

  @Test
  void doesNothingForAnInterruptedThreadAndLeavesItInterrupted() {
    Thread.currentThread().interrupt();
    assertThat(bulkhead.call(Duration.ofSeconds(1), BulkheadTest::neverDone)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Optional<String> neverDone() {
    throw new AssertionError("no place was free");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
