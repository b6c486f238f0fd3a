package org.healthassistant.assistant.escalation.notice;

import java.util.Optional;
import org.healthassistant.assistant.delivery.LostText;
import org.healthassistant.assistant.delivery.LostTexts;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Shows the care team that a patient cannot be reached by text: the emergency wording, or what
/// a provider wrote, did not get through, and somebody has to call.
///
/// Run by the task that the loss itself scheduled, so neither a failure here nor a death in
/// between loses it; a message is told of once. A text that was found to have gone out in the
/// meantime is told of no more.
@Component
class LostTextTask implements TaskHandler {

  private final LostTexts texts;
  private final EscalationLedger ledger;

  LostTextTask(LostTexts texts, EscalationLedger ledger) {
    this.texts = texts;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return LostText.TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  @Override
  public Next run(String id) {
    Optional<LostText> lost = texts.find(id);
    lost.ifPresent(text -> ledger.changeOpen(
        text.subjectId(),
        open -> open.hasAbout(EventKind.TEXT_FAILED, text.messageId())
            ? open.now()
            : open.record(EscalationEntry.bySystem(EventKind.TEXT_FAILED)
                .message(text.messageId())
                .detail((text.state() + " " + text.code()).strip()))));
    return new Next.Done();
  }
}
