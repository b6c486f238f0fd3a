package org.healthassistant.assistant.escalation.watchdog;

import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationRecovery;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.watchdog.WatchdogQueries.LostWork;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler.Urgency;
import org.healthassistant.assistant.store.TaskRows;
import org.healthassistant.assistant.store.TopicSignals;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schedules again what an escalation waits for and nothing will do, over the watchdog's own
/// connection, and says so in its history. It only ever adds: no page is taken away or put off.
final class WatchdogRepair {

  private final WatchdogDatabase database;
  private final EscalationRecovery escalations;
  private final RealClock clock;
  private final TopicSignals signals;

  WatchdogRepair(
      WatchdogDatabase database,
      Subjects subjects,
      Sealing sealing,
      RealClock clock,
      TopicSignals signals) {
    this.database = database;
    this.escalations = new EscalationRecovery(database.jdbc(), subjects, sealing, clock);
    this.clock = clock;
    this.signals = signals;
  }

  /// Mends what is still broken; an escalation that somebody works on this moment is left to
  /// the next look.
  void mend(List<LostWork> lost) {
    long mended =
        lost.stream().filter(one -> database.run(jdbc -> mend(jdbc, one))).count();
    if (mended > 0) {
      signals.signal(Escalations.TOPIC);
    }
  }

  /// Keeps the scheduler's own sign of life scheduled.
  void ensureProbe(Instant now) {
    database.run(jdbc -> schedule(jdbc, WatchdogProbeTask.TASK, WatchdogProbeTask.ID, now));
  }

  private boolean mend(JdbcClient jdbc, LostWork lost) {
    if (!lock(jdbc, lost.escalationId())) {
      return false;
    }
    Escalation escalation = escalations.find(lost.escalationId()).orElseThrow();
    Instant now = clock.instant();
    if (!isOwed(lost, escalation) || !schedule(jdbc, lost.task(), lost.instance(), now)) {
      return false;
    }
    escalations.rescheduled(escalation, lost.task());
    return true;
  }

  /// Whether the escalation still waits for it.
  private static boolean isOwed(LostWork lost, Escalation escalation) {
    return lost.task().equals(EscalationTasks.PAGE_STEP)
        ? lost.instance().equals(RoundId.of(escalation).key()) && escalation.hasStepToCome()
        : escalation.wantsPages();
  }

  /// Locks the subject's row as every transaction does that touches an escalation, without
  /// waiting for it.
  private static boolean lock(JdbcClient jdbc, String escalationId) {
    return jdbc.sql("""
        select id from subject
        where id = (select subject_id from escalation where id = :id)
        for update skip locked
        """)
        .param("id", escalationId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /// Adds a task that is due now, or moves one to now that a clock gone back has put off.
  private static boolean schedule(JdbcClient jdbc, String task, String instance, Instant now) {
    return new TaskRows(jdbc)
        .ensureDue(task, instance, Urgency.HIGHEST, now, WatchdogQueries.FAR_AHEAD);
  }
}
