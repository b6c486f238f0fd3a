package org.healthassistant.assistant.escalation.notice;

import java.util.EnumSet;
import java.util.Set;
import org.healthassistant.assistant.delivery.DeliveryChanged;
import org.healthassistant.assistant.delivery.SendState;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EventKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Shows the care team that a patient cannot be reached by text: the emergency wording, or what
/// a provider wrote, did not get through, and somebody has to call.
@Component
class UndeliveredTextListener {

  private static final Set<SendState> LOST =
      EnumSet.of(SendState.FAILED, SendState.SUPPRESSED, SendState.UNKNOWN);

  private final EscalationLedger ledger;

  UndeliveredTextListener(EscalationLedger ledger) {
    this.ledger = ledger;
  }

  @EventListener
  void on(DeliveryChanged text) {
    boolean matters =
        text.purpose() == SmsPurpose.EMERGENCY || text.purpose() == SmsPurpose.PROVIDER;
    if (!matters || !LOST.contains(text.state())) {
      return;
    }
    ledger.changeOpen(
        text.subjectId(),
        open -> open.record(EscalationEntry.bySystem(EventKind.TEXT_FAILED)
            .message(text.messageId())
            .detail((text.state() + " " + text.code()).strip())));
  }
}
