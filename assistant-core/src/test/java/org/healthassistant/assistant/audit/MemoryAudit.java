package org.healthassistant.assistant.audit;

import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;

/// An audit that keeps nothing, for simulations.
public final class MemoryAudit extends Audit {

  /// Keeps nothing.
  @SuppressWarnings("NullAway") // No rows are ever used.
  public MemoryAudit(RealClock clock) {
    super(null, clock);
  }

  @Override
  public void append(
      Actor actor, String action, Optional<String> subjectId, ObjectRef object, String detail) {}
}
