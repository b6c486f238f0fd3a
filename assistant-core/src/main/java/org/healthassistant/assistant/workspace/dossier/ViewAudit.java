package org.healthassistant.assistant.workspace.dossier;

import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Keeps who looked at which escalation.
@Component
public class ViewAudit {

  private final Audit audit;
  private final Transactions transactions;

  ViewAudit(Audit audit, Transactions transactions) {
    this.audit = audit;
    this.transactions = transactions;
  }

  /// Keeps durably that somebody looked at an escalation.
  public void viewed(Escalation escalation, Caller by) {
    transactions.durable(() -> audit.append(
        Audit.Actor.provider(by.id()),
        "escalation-viewed",
        Optional.of(escalation.subjectId()),
        new Audit.ObjectRef("escalation", escalation.id()),
        ""));
  }
}
