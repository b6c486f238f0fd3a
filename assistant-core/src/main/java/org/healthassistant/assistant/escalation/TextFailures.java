package org.healthassistant.assistant.escalation;

import java.util.EnumSet;
import java.util.Set;
import org.healthassistant.assistant.delivery.DeliveryChanged;
import org.healthassistant.assistant.delivery.SendState;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Shows the care team that a patient cannot be reached by text: the emergency wording, or what
/// a provider wrote, did not get through, and somebody has to call.
@Component
class TextFailures {

  private static final Set<SendState> LOST =
      EnumSet.of(SendState.FAILED, SendState.SUPPRESSED, SendState.UNKNOWN);

  private final EscalationRows rows;
  private final EscalationHistory history;
  private final Escalations escalations;
  private final Subjects subjects;
  private final RealClock clock;
  private final Transactions transactions;

  TextFailures(
      EscalationRows rows,
      EscalationHistory history,
      Escalations escalations,
      Subjects subjects,
      RealClock clock,
      Transactions transactions) {
    this.rows = rows;
    this.history = history;
    this.escalations = escalations;
    this.subjects = subjects;
    this.clock = clock;
    this.transactions = transactions;
  }

  @EventListener
  void on(DeliveryChanged text) {
    boolean matters =
        text.purpose() == SmsPurpose.EMERGENCY || text.purpose() == SmsPurpose.PROVIDER;
    if (!matters || !LOST.contains(text.state())) {
      return;
    }
    transactions.durable(() -> {
      subjects.lock(text.subjectId());
      rows.open(text.subjectId()).ifPresent(open -> {
        Escalation after = rows.update(EscalationChange.of(open).apply(clock.instant()));
        history.add(
            after,
            EscalationHistory.entry("text-failed", "system")
                .message(text.messageId())
                .detail((text.state() + " " + text.code()).strip()));
        escalations.changed();
      });
    });
  }
}
