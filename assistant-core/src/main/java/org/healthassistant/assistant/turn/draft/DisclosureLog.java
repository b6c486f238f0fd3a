package org.healthassistant.assistant.turn.draft;

import java.util.Optional;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Keeps which items of a record were read for a message, and why.
@Component
public class DisclosureLog {

  private final Audit audit;
  private final Transactions transactions;

  DisclosureLog(Audit audit, Transactions transactions) {
    this.audit = audit;
    this.transactions = transactions;
  }

  /// Keeps one; in the caller's transaction, or durable before it returns where there is none.
  public void record(Subject subject, String messageId, Disclosure disclosure) {
    transactions.durable(() -> audit.append(
        Audit.Actor.ASSISTANT,
        "disclosure",
        Optional.of(subject.id()),
        new Audit.ObjectRef("record", disclosure.resource()),
        disclosure.purpose() + " " + messageId));
  }
}
