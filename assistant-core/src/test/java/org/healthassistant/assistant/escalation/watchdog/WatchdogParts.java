package org.healthassistant.assistant.escalation.watchdog;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Watchdogs other than that of the rooms, and rows for them to find.
final class WatchdogParts {

  private WatchdogParts() {}

  /// One that looks at that database and tells nobody.
  static Watchdog at(String url, EscalationRooms rooms) {
    WatchdogDatabase database = new WatchdogDatabase(url, null, null, Duration.ofSeconds(1));
    RealClock clock = rooms.bean(RealClock.class);
    return new Watchdog(
        database,
        new WatchdogRepair(
            database,
            rooms.bean(Subjects.class),
            rooms.bean(Sealing.class),
            clock,
            rooms.bean(TopicSignals.class)),
        new WatchdogReporter(
            new WatchdogAlertDispatcher(List.of(), now -> new NotificationOutcome.Accepted())),
        rooms.bean(Sealing.class),
        clock,
        new SimpleMeterRegistry());
  }

  /// A task as the scheduler leaves it.
  static void task(JdbcClient jdbc, String name, int failures, boolean picked, Instant heartbeat) {
    jdbc.sql("""
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked,
          consecutive_failures, last_heartbeat, version)
        values (:name, 'x', :at, :picked, :failures, :at, 1)
        """)
        .param("name", name)
        .param("picked", picked)
        .param("failures", failures)
        .param("at", TimeStamps.bind(heartbeat))
        .update();
  }

  /// A text of now in that state.
  static void text(EscalationRooms rooms, String state) {
    Escalation opened = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
    rooms
        .bean(JdbcClient.class)
        .sql("""
            insert into outbox (id, send_key, subject_id, conversation_id, message_id, number_hash,
              purpose, own_number, text_sealed, key_id, state, attempts, created_at, changed_at)
            select m.id, m.id, m.subject_id, m.conversation_id, m.id, 'h',
              'ANSWER', '1', m.text_sealed, m.key_id, :state, 0, m.at, m.at
            from message m where m.id = :id
            """)
        .param("state", state)
        .param("id", opened.messageId())
        .update();
  }
}
