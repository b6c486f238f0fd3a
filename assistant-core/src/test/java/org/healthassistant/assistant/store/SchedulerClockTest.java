package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchedulerClockTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void noticesAClockThatWasSetBackAndNothingElse() {
    ClockJumps jumps = new ClockJumps(NOON, 0);

    assertThat(jumps.check(NOON.plusSeconds(2), seconds(2))).isEmpty();
    assertThat(jumps.check(NOON.plusSeconds(3), seconds(4))).as("synchronised").isEmpty();
    assertThat(jumps.check(NOON.plusSeconds(3603), seconds(6)))
        .as("set forward")
        .isEmpty();
    assertThat(jumps.check(NOON.plusSeconds(5), seconds(8))).contains(Duration.ofSeconds(3600));
    assertThat(jumps.check(NOON.plusSeconds(7), seconds(10))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void movesWaitingWorkWithTheClockAndLooksAtPagesAtOnce(TestDatabase database) {
    TestService service = TestService.on(database);
    RealClock real = service.bean(RealClock.class);
    Transactions transactions = service.bean(Transactions.class);
    Tasks tasks = service.bean(Tasks.class);
    JdbcClient jdbc = service.bean(JdbcClient.class);
    Instant now = real.instant();
    String reply = Ids.next();
    String page = Ids.next() + "/0";
    transactions.durable(() -> {
      tasks.schedule("reply", reply, now.plus(Duration.ofHours(30)));
      tasks.schedule("page-escalation", page, now.plus(Duration.ofHours(30)));
    });
    List<Object> told = new ArrayList<>();
    SchedulerClock clock =
        new SchedulerClock(jdbc, transactions, new RealClock(InstantSource.fixed(now)), told::add);

    clock.moveBack(Duration.ofHours(1));
    assertThat(told).containsExactly(new ClockSetBack(Duration.ofHours(1)));
    assertThat(dueAt(jdbc, reply))
        .hasValueSatisfying(at -> assertThat(at)
            .isCloseTo(now.plus(Duration.ofHours(29)), within(1, ChronoUnit.SECONDS)));
    transactions.durable(clock::wakeMostUrgent);

    assertThat(dueAt(jdbc, page))
        .as("due, or done already, since there is no such escalation")
        .matches(at -> at.isEmpty() || !at.get().isAfter(now));
    assertThat(dueAt(jdbc, reply)).hasValueSatisfying(at -> assertThat(at).isAfter(now));
  }

  /// Somebody has one row in hand: what comes before it in the order of keys is moved and can be
  /// taken meanwhile.
  @ParameterizedTest
  @EnumSource
  void movesManyRowsAFewAtATimeAndHoldsUpNobodyWithAll(TestDatabase database) throws Exception {
    TestRooms rooms = TestRooms.with("store", "patient").sharedOn(database);
    JdbcClient jdbc = rooms.bean(JdbcClient.class);
    Transactions transactions = rooms.bean(Transactions.class);
    String name = "moved-" + Ids.next();
    List<String> ids =
        Stream.of("a", "b", "c", "d", "e").map(id -> id + Ids.next()).toList();
    Instant then = rooms.now().plus(Duration.ofHours(30));
    transactions.durable(() -> ids.forEach(id -> rooms.bean(Tasks.class).schedule(name, id, then)));
    SchedulerClock clock = new SchedulerClock(
        jdbc, transactions, new RealClock(InstantSource.fixed(rooms.now())), told -> {});
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holder = threads.submit(() -> transactions.durable(() -> {
        jdbc.sql("update scheduled_tasks set version = version where task_instance = :id")
            .param("id", ids.get(3))
            .update();
        held.countDown();
        await(seen);
      }));
      await(held);
      Future<?> moving = threads.submit(() -> clock.moveBack(Duration.ofHours(1), 2));
      while (dueAt(jdbc, ids.get(1)).orElseThrow().equals(then) && !moving.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(dueAt(jdbc, ids.get(1))).contains(then.minus(Duration.ofHours(1)));
      assertThat(dueAt(jdbc, ids.get(4))).contains(then);
      seen.countDown();
      holder.get();
      moving.get();
    }

    assertThat(ids)
        .allSatisfy(id -> assertThat(dueAt(jdbc, id)).contains(then.minus(Duration.ofHours(1))));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Instant> dueAt(JdbcClient jdbc, String id) {
    return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :id")
        .param("id", id)
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .optional();
  }

  private static long seconds(int count) {
    return Duration.ofSeconds(count).toNanos();
  }
}
