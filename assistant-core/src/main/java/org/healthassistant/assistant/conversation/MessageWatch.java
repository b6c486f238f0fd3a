package org.healthassistant.assistant.conversation;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.TopicSignals;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notices within a second what other instances wrote, and wakes who waits for it here: one
/// query a second for the whole instance, however many streams are open.
@Component
class MessageWatch implements SmartLifecycle {

  private static final String TOPIC = "message-watch";
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// Rows become visible a little after their time stamp; the look back covers that.
  private static final Duration OVERLAP = Duration.ofSeconds(3);

  private final JdbcClient jdbc;
  private final RealClock clock;
  private final TopicSignals signals;
  private volatile boolean running;

  MessageWatch(JdbcClient jdbc, RealClock clock, TopicSignals signals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name(TOPIC).start(this::watch);
  }

  @Override
  public void stop() {
    running = false;
    signals.signal(TOPIC);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void watch() {
    try (TopicSignals.Watch watch = signals.watch(TOPIC)) {
      Instant since = clock.instant();
      while (running) {
        Instant next = clock.instant().minus(OVERLAP);
        look(since);
        since = next;
        watch.await(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Instant since) {
    try {
      jdbc.sql("select distinct conversation_id from message where changed_at > :since")
          .param("since", TimeStamps.bind(since))
          .query((row, n) -> row.getString(1))
          .list()
          .forEach(signals::signal);
    } catch (DataAccessException unreachable) {
      // The database is away: there is nothing to notice, and the next look comes in a second.
    }
  }
}
