package org.healthassistant.assistant.escalation;

import java.util.Optional;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the watchdog reads and writes of escalations, over a connection that is not the
/// service's.
///
/// The caller has begun a transaction on that connection and holds the subject's lock, and
/// tells the watchers of the inbox afterwards (ADR 0009).
public final class EscalationRecovery {

  private final EscalationRows rows;
  private final EscalationHistory history;
  private final RealClock clock;

  /// Reads and writes over that connection.
  public EscalationRecovery(
      JdbcClient connection, Subjects subjects, Sealing sealing, RealClock clock) {
    this.rows = new EscalationRows(connection);
    this.history = new EscalationHistory(connection, subjects, sealing, clock);
    this.clock = clock;
  }

  /// The escalation of that id, or empty.
  public Optional<Escalation> find(String id) {
    return rows.find(id);
  }

  /// Writes into the history that a lost task was scheduled again.
  public void rescheduled(Escalation escalation, String task) {
    Escalation after = rows.update(EscalationChange.of(escalation).apply(clock.instant()));
    history.add(after, EscalationEntry.bySystem(EventKind.RESCHEDULED).detail(task));
  }
}
