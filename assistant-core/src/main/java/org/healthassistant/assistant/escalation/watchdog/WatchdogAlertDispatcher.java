package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people and systems outside what the watchdog found: by every way there is, on one
/// thread of its own, without the outbox, the scheduler or the database.
///
/// It is handed every finding at every look, every five seconds, and remembers by finding and
/// channel when somebody was told. For example, `old-page` that begins at 10:00:00, by webhook
/// and e-mail:
///
/// | look | webhook | e-mail |
/// | --- | --- | --- |
/// | 10:00:00 | accepted: silent until 10:05:00 | "try later" |
/// | 10:00:05 | – | tried again, under the id of the same reminder; accepted |
/// | 10:05:00 | told again, under the id of the next reminder | – until 10:05:05 |
///
/// The id counts the reminders since the finding began (`watchdog-old-page-1795514400-1`), so
/// the other side can drop what it has had. A refusal counts as told: it is in the log, and is
/// tried again with the next reminder. A finding that ends and comes back has another
/// beginning, and is told at once. One attempt at a time for each finding and channel; all wait
/// for one thread, so a channel that hangs delays the others by its time-out, and never the
/// look.
final class WatchdogAlertDispatcher implements AutoCloseable {

  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(60);
  private static final Duration REMEMBERED = WatchdogReporter.AGAIN.multipliedBy(2);
  private static final Duration LONGEST_END = Duration.ofSeconds(2);
  private static final String HEARTBEAT = "heartbeat";
  private static final Logger LOG = LoggerFactory.getLogger(WatchdogAlertDispatcher.class);

  private final List<AlertChannel> channels;
  private final HeartbeatTarget heartbeat;
  private final Map<String, Instant> done = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().name("watchdog-notices").daemon().factory());

  /// @param channels all channels to tell somebody; may be none
  /// @param heartbeat beats at the outside switch
  WatchdogAlertDispatcher(List<AlertChannel> channels, HeartbeatTarget heartbeat) {
    this.channels = List.copyOf(channels);
    this.heartbeat = heartbeat;
  }

  /// Tells of a finding wherever that is due. Does not wait for it.
  void alert(WatchdogFinding finding, Instant now) {
    for (AlertChannel channel : channels) {
      String what = finding.code() + " " + finding.since() + " " + channel.name();
      run(what, WatchdogReporter.AGAIN, now, () -> channel.alert(id(finding, now), finding, now));
    }
  }

  /// Tells the outside switch that all is well, once a minute. Does not wait for it.
  void ping(Instant now) {
    run(HEARTBEAT, BETWEEN_PINGS, now, () -> heartbeat.ping(now));
  }

  /// Ends what is under channel, which takes a moment.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("WD-010: a notice of the watchdog has not ended; it is left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(
      String what, Duration between, Instant now, Supplier<NotificationOutcome> attempt) {
    done.values().removeIf(at -> at.isBefore(now.minus(REMEMBERED)));
    Instant last = done.get(what);
    boolean due = last == null || !now.isBefore(last.plus(between)) || now.isBefore(last);
    if (!due || !underWay.add(what)) {
      return;
    }
    try {
      thread.execute(() -> {
        try {
          settle(what, now, attempt.get());
        } catch (RuntimeException e) {
          LOG.error(
              "WD-011: the watchdog could not tell anybody: {}", e.getClass().getName());
        } finally {
          underWay.remove(what);
        }
      });
    } catch (RejectedExecutionException closing) {
      underWay.remove(what);
    }
  }

  /// What was refused for good is not tried again before it is due again.
  private void settle(String what, Instant now, NotificationOutcome outcome) {
    switch (outcome) {
      case NotificationOutcome.Accepted accepted -> done.put(what, now);
      case NotificationOutcome.TryLater later ->
        LOG.error("WD-011: the watchdog could not tell anybody: {}", later.code());
      case NotificationOutcome.Refused refused -> {
        done.put(what, now);
        LOG.error("WD-011: the watchdog could not tell anybody: {}", refused.code());
      }
      case NotificationOutcome.Gone gone -> {
        done.put(what, now);
        LOG.error("WD-011: the watchdog could not tell anybody: gone");
      }
    }
  }

  /// The same for every attempt of one reminder.
  private static String id(WatchdogFinding finding, Instant now) {
    long reminder =
        Duration.between(finding.since(), now).toSeconds() / WatchdogReporter.AGAIN.toSeconds();
    return "watchdog-" + finding.code().replaceAll("[^a-z0-9-]", "-") + "-"
        + finding.since().getEpochSecond() + "-" + reminder;
  }

  /// One way to tell somebody.
  interface AlertChannel {

    /// Its name and address, for telling one from another.
    String name();

    /// Tells once.
    NotificationOutcome alert(String id, WatchdogFinding finding, Instant now);
  }

  /// The outside switch.
  interface HeartbeatTarget {
    /// Beats once.
    NotificationOutcome ping(Instant now);
  }
}
