package org.healthassistant.assistant.escalation.paging;

import io.micrometer.core.instrument.MeterRegistry;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationRooms;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.policy.Policy;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;

/// A pager, and what sends its pages, with a policy and channels of the test's own.
///
/// @param pager what both call
/// @param step runs under the key of a round
/// @param send runs under the key of a page
record PagingParts(Pager pager, PageStepTask step, SendPageTask send) {

  /// On the rows of the rooms.
  static PagingParts on(EscalationRooms rooms, Policy policy, PageChannels channels) {
    return on(
        rooms.bean(EscalationLedger.class),
        rooms.bean(PageRows.class),
        policy,
        channels,
        rooms.bean(EscalationTasks.class),
        rooms.bean(Transactions.class),
        rooms.bean(RealClock.class),
        rooms.bean(MeterRegistry.class));
  }

  static PagingParts on(
      EscalationLedger ledger,
      PageRows pages,
      Policy policy,
      PageChannels channels,
      EscalationTasks tasks,
      Transactions transactions,
      RealClock clock,
      MeterRegistry meters) {
    Pager pager = new Pager(ledger, pages, policy, tasks);
    PageOutcomes outcomes = new PageOutcomes(ledger, pages, pager, tasks);
    return new PagingParts(
        pager,
        new PageStepTask(ledger, pager),
        new SendPageTask(ledger, pages, channels, outcomes, transactions, clock, meters));
  }
}
