package org.healthassistant.assistant.workspace.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.store.RealClock;

/// One watcher's place in the stream of changes: every unresolved escalation first, then each
/// that changed. Not safe for several threads.
public final class EscalationChangeCursor {

  /// Changes are read again this far back, since a transaction that began earlier may commit
  /// later, and another instance's clock may lag; what was told already is left out. A place
  /// ahead of the clock, which was set back then, is none.
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Escalations escalations;
  private final RealClock clock;
  private final Map<String, Instant> told = new LinkedHashMap<>();
  private Instant upTo;
  private boolean begun;

  /// Changes count from now on.
  public EscalationChangeCursor(Escalations escalations, RealClock clock) {
    this.escalations = escalations;
    this.clock = clock;
    this.upTo = clock.instant();
  }

  /// What is new since the last call, in the order in which it is to be told.
  public List<Escalation> next() {
    List<Escalation> fresh = new ArrayList<>();
    if (!begun) {
      begun = true;
      OpenEscalations.all(escalations).forEach(escalation -> tell(escalation, fresh));
    }
    Instant now = clock.instant();
    upTo = upTo.isAfter(now) ? now : upTo;
    List<Escalation> changed = escalations.changedAfter(upTo.minus(OVERLAP));
    changed.forEach(escalation -> tell(escalation, fresh));
    told.values().removeIf(at -> at.isBefore(upTo.minus(OVERLAP.multipliedBy(2))));
    return fresh;
  }

  private void tell(Escalation escalation, List<Escalation> fresh) {
    if (!escalation.changedAt().equals(told.put(escalation.id(), escalation.changedAt()))) {
      fresh.add(escalation);
    }
    if (escalation.changedAt().isAfter(upTo)) {
      upTo = escalation.changedAt();
    }
  }
}
