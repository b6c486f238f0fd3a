package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;

class MemoryEscalationStoreTest implements EscalationStoreContract {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @SuppressWarnings("NullAway") // The tables alone are used.
  private final MemoryLedger memory = new MemoryLedger(null, null, new RealClock(() -> NOW));

  @Override
  public EscalationRows rows() {
    return memory.rows();
  }

  @Override
  public EscalationHistory entries() {
    return memory.history();
  }

  @Override
  public Escalation unstored() {
    return of("subject-" + Ids.next());
  }

  @Override
  public Escalation another(Escalation one) {
    return of(one.subjectId());
  }

  private static Escalation of(String subject) {
    return Escalation.begun(
        new Escalation.Identity(Ids.next(), subject, Optional.empty(), NOW),
        new Escalation.Concern(
            "a-conversation",
            "a-message",
            Level.EMERGENCY,
            List.of("chest-pain"),
            false,
            NOW,
            NOW.plus(Duration.ofMinutes(15)),
            0));
  }
}
