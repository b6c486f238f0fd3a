package org.healthassistant.assistant.conversation;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.stream.RegularLook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notices within a second what other instances wrote, and wakes who waits for it here: one
/// query a second for the whole instance, however many streams are open.
@Component
class MessageWatch extends RegularLook {

  /// Rows become visible a little after their time stamp; the look back covers that.
  private static final Duration OVERLAP = Duration.ofSeconds(3);

  private final JdbcClient jdbc;
  private final RealClock clock;
  private final TopicSignals signals;
  private Instant since;

  MessageWatch(JdbcClient jdbc, RealClock clock, TopicSignals signals) {
    super("message-watch", Duration.ofSeconds(1), signals);
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
    this.since = clock.instant();
  }

  @Override
  protected void look() {
    Instant next = clock.instant().minus(OVERLAP);
    jdbc.sql("select distinct conversation_id from message where changed_at > :since")
        .param("since", TimeStamps.bind(since))
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(signals::signal);
    since = next;
  }
}
