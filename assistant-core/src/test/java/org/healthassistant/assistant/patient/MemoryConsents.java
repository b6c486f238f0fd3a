package org.healthassistant.assistant.patient;

import java.util.EnumSet;
import java.util.Set;
import org.healthassistant.assistant.store.MemoryStore;
import org.healthassistant.assistant.store.RealClock;

/// Consents without a database: the same for every subject.
public final class MemoryConsents extends Consents {

  private final Set<Purpose> granted = EnumSet.noneOf(Purpose.class);

  /// Nothing is granted.
  @SuppressWarnings("NullAway") // No rows are ever used.
  public MemoryConsents() {
    super(null, null, RealClock.system(), MemoryStore.transactions());
  }

  @Override
  public boolean granted(String subjectId, Purpose purpose) {
    return granted.contains(purpose);
  }

  @Override
  public void decide(String subjectId, Purpose purpose, boolean grant) {
    if (grant) {
      granted.add(purpose);
    } else {
      granted.remove(purpose);
    }
  }
}
