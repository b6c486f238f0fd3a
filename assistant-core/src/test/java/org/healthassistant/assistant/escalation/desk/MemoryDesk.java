package org.healthassistant.assistant.escalation.desk;

import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.AcceptedPages;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.ReplyWithin;

/// The desk over tables without a database. Nobody can write to a patient by it.
public final class MemoryDesk {

  private MemoryDesk() {}

  /// One over a ledger.
  @SuppressWarnings("NullAway") // Messages and texts are never used.
  public static EscalationDesk over(
      EscalationLedger ledger,
      Escalations escalations,
      EscalationTasks tasks,
      AcceptedPages pages,
      Conversations conversations,
      ReplyWithin replyWithin,
      Audit audit) {
    return new EscalationDesk(
        new EscalationCommands(ledger, escalations, tasks, audit),
        new OwnershipRules(conversations),
        pages,
        replyWithin,
        conversations,
        null,
        tasks);
  }
}
