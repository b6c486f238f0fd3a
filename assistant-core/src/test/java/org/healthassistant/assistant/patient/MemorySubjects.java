package org.healthassistant.assistant.patient;

import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;

/// Subjects without a database, for simulations in one thread: nobody has to be locked out.
public final class MemorySubjects extends Subjects {

  /// Subjects of whatever id is asked for.
  @SuppressWarnings("NullAway") // Neither rows nor keys are ever used.
  public MemorySubjects(RealClock clock, Transactions transactions) {
    super(null, null, clock, transactions);
  }

  @Override
  public Optional<Subject> find(String id) {
    return Optional.of(new Subject(id, Optional.of(id), "key", java.time.Instant.EPOCH));
  }

  @Override
  public void lock(String subjectId) {}
}
