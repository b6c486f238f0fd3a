package org.healthassistant.assistant.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps scheduled work due when the clock is set back.
///
/// Rows hold points in time: after a jump of an hour, work that was due in a minute would wait
/// for an hour and a minute, and a worker that died would be missed as late. So the rows are
/// moved with the clock. A jump forward needs nothing: all that became due is done.
///
/// Moving twice, because two instances saw their clocks jump, makes work due too early, which
/// every [TaskHandler] bears.
final class SchedulerClock {

  private static final Logger LOG = LoggerFactory.getLogger(SchedulerClock.class);
  private static final long LOOK_EVERY_SECONDS = 2;
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final RealClock clock;
  private final ApplicationEventPublisher events;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
      work -> Thread.ofPlatform().daemon().name("scheduler-clock").unstarted(work));

  private Duration unmoved = Duration.ZERO;

  SchedulerClock(
      JdbcClient jdbc,
      Transactions transactions,
      RealClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.events = events;
  }

  /// Moves all work that waits, rounded up to a second, and what is known of living workers, and
  /// says so to the rooms. However much waits, it is moved a thousand rows at a time, each by one
  /// statement and one commit: nobody who schedules or takes work waits for all of them.
  ///
  /// @param back by how much the clock was set back
  void moveBack(Duration back) {
    moveBack(back, BATCH);
  }

  /// As [#moveBack(Duration)], so many rows at a time.
  void moveBack(Duration back, int batch) {
    Instant now = clock.instant();
    transactions.durable(this::noHeartbeatToCome);
    Optional<Row> last = Optional.of(new Row("", ""));
    while (last.isPresent()) {
      Row after = last.get();
      Optional<Row> upTo = lastOfBatch(after, now, batch);
      transactions.durable(() -> move(after, upTo, now, back));
      last = upTo;
    }
    events.publishEvent(new ClockSetBack(back));
  }

  /// The last of the next rows that wait; empty: fewer than a batch are left.
  private Optional<Row> lastOfBatch(Row after, Instant now, int batch) {
    return jdbc.sql("""
        select task_name, task_instance from scheduled_tasks
        where picked = false and execution_time > :now
          and (task_name, task_instance) > (:name, :instance)
        order by task_name, task_instance offset :skipped rows fetch first row only
        """)
        .param("now", TimeStamps.bind(now))
        .param("name", after.name())
        .param("instance", after.instance())
        .param("skipped", batch - 1)
        .query((row, n) -> new Row(row.getString("task_name"), row.getString("task_instance")))
        .optional();
  }

  private void move(Row after, Optional<Row> upTo, Instant now, Duration back) {
    Row end = upTo.orElse(after);
    jdbc.sql("""
        update scheduled_tasks set execution_time = greatest(cast(:now as timestamp with time zone),
          execution_time - cast(:seconds as integer) * interval '1' second)
        where picked = false and execution_time > :now
          and (task_name, task_instance) > (:name, :instance)
          and (:all or (task_name, task_instance) <= (:endName, :endInstance))
        """)
        .param("now", TimeStamps.bind(now))
        .param("seconds", back.plusNanos(999_999_999).toSeconds())
        .param("name", after.name())
        .param("instance", after.instance())
        .param("all", upTo.isEmpty())
        .param("endName", end.name())
        .param("endInstance", end.instance())
        .update();
  }

  /// Begins to watch. The clock may have been set back while nothing ran, so the most urgent work
  /// that waits is due at once.
  void start() {
    transactions.durable(this::wakeMostUrgent);
    ClockJumps jumps = new ClockJumps(clock.instant(), System.nanoTime());
    thread.scheduleWithFixedDelay(
        () -> look(jumps), LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void stop() {
    // No interrupt: it may be writing to an embedded database, which would close its file.
    thread.shutdown();
  }

  void wakeMostUrgent() {
    jdbc.sql("""
        update scheduled_tasks set execution_time = :now
        where picked = false and execution_time > :now and priority = :highest
        """)
        .param("now", TimeStamps.bind(clock.instant()))
        .param("highest", TaskHandler.Urgency.HIGHEST.priority())
        .update();
    noHeartbeatToCome();
  }

  private void noHeartbeatToCome() {
    jdbc.sql("""
        update scheduled_tasks set last_heartbeat = :now
        where picked = true and last_heartbeat > :now
        """).param("now", TimeStamps.bind(clock.instant())).update();
  }

  private void look(ClockJumps jumps) {
    jumps.check(clock.instant(), System.nanoTime()).ifPresent(back -> {
      LOG.warn("ST-001: the clock was set back by {}; scheduled work is moved with it", back);
      unmoved = unmoved.plus(back);
    });
    if (!unmoved.isZero()) {
      try {
        moveBack(unmoved);
        unmoved = Duration.ZERO;
      } catch (RuntimeException e) {
        LOG.error("ST-002: scheduled work could not be moved, tried again: {}", e.getClass());
      }
    }
  }

  /// A row's place in the order of their keys.
  private record Row(String name, String instance) {}
}
