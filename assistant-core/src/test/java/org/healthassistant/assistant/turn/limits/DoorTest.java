package org.healthassistant.assistant.turn.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DoorTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Door door = new Door(new MessageRateLimiter(30, () -> NOON));

  @Test
  void letsTwoOfASenderInAtOnceAndEverybodyElse() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> busy = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        busy.add(threads.submit(() -> door.enter("one", pace -> {
          inside.countDown();
          return await(leave);
        })));
      }
      inside.await();

      assertThat(door.enter("one", pace -> "third"))
          .isEqualTo(new Door.Entry.TurnedAway<>(Door.PATIENCE));
      assertThat(door.enter("another", pace -> "in")).isEqualTo(new Door.Entry.Done<>("in"));

      leave.countDown();
      for (Future<?> each : busy) {
        each.get();
      }
    }
    assertThat(door.enter("one", pace -> "in")).isEqualTo(new Door.Entry.Done<>("in"));
  }

  @Test
  void countsAMessageWhateverBecomesOfIt() {
    for (int i = 0; i < 30; i++) {
      door.enter("one", pace -> "refused");
    }

    assertThat(door.enter("one", pace -> pace))
        .isEqualTo(new Door.Entry.Done<Pace>(new Pace.TooFast(Duration.ofSeconds(2))));
  }

  @Test
  void doesNothingForWhatIsBeyondTheCap() {
    for (int i = 0; i < 120; i++) {
      door.enter("one", pace -> "screened");
    }

    assertThat(door.enter("one", pace -> {
          throw new AssertionError("work was done");
        }))
        .isEqualTo(new Door.Entry.TurnedAway<>(Duration.ofMillis(500)));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
