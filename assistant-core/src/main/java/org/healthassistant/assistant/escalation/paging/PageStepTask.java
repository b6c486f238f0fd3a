package org.healthassistant.assistant.escalation.paging;

import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// Wakes the [Pager] for one round of an escalation, as long as anything can fall due in it.
///
/// A raise begins a round of its own, and the task of the former round ends by itself.
@Component
class PageStepTask implements TaskHandler {

  private final EscalationLedger ledger;
  private final Pager pager;

  PageStepTask(EscalationLedger ledger, Pager pager) {
    this.ledger = ledger;
    this.pager = pager;
  }

  @Override
  public String name() {
    return EscalationTasks.PAGE_STEP;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  @Override
  public Next run(String roundKey) {
    return ledger.changeRound(RoundId.parse(roundKey), pager::advance).orElseGet(Next.Done::new);
  }
}
