package org.healthassistant.assistant.escalation;

import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.stereotype.Component;

/// Carries out what people do: under the subject's lock, kept in the history, audited, durable.
@Component
class Deeds {

  private final EscalationRows rows;
  private final Escalations escalations;
  private final EscalationHistory history;
  private final Subjects subjects;
  private final Audit audit;
  private final RealClock clock;
  private final Tasks tasks;
  private final Transactions transactions;

  Deeds(
      EscalationRows rows,
      Escalations escalations,
      EscalationHistory history,
      Subjects subjects,
      Audit audit,
      RealClock clock,
      Tasks tasks,
      Transactions transactions) {
    this.rows = rows;
    this.escalations = escalations;
    this.history = history;
    this.subjects = subjects;
    this.audit = audit;
    this.clock = clock;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  /// Does it. On a resolved escalation nothing can be done but to resolve it again by the same
  /// person, which changes nothing.
  ///
  /// @param kind the word of the history
  ActionResult act(String id, String provider, String kind, Function<Escalation, Deed> action) {
    Optional<Escalation> known = rows.find(id);
    if (known.isEmpty()) {
      return new ActionResult.NotFound();
    }
    return transactions.durable(() -> {
      subjects.lock(known.get().subjectId());
      Escalation before = rows.find(id).orElseThrow();
      if (before.state() == Escalation.State.RESOLVED) {
        return kind.equals("resolved") && resolvedBy(id, provider)
            ? new ActionResult.Done(before)
            : new ActionResult.Conflict(before);
      }
      return apply(before, provider, kind, action.apply(before));
    });
  }

  private ActionResult apply(Escalation before, String provider, String kind, Deed deed) {
    if (deed.conflict()) {
      return new ActionResult.Conflict(before);
    }
    if (deed.change() == null) {
      return new ActionResult.Done(before);
    }
    Escalation after = rows.update(deed.change().apply(clock.instant()));
    String named = kind.equals("level")
        ? (after.level().compareTo(before.level()) > 0 ? "raised" : "lowered")
        : kind;
    var entry = EscalationHistory.entry(named, provider)
        .from(before.level())
        .to(after.level())
        .detail(deed.detail());
    entry = deed.messageId() == null ? entry : entry.message(deed.messageId());
    history.add(after, deed.text() == null ? entry : entry.text(deed.text()));
    audit.append(
        Audit.Actor.provider(provider),
        "escalation-" + named,
        Optional.of(after.subjectId()),
        new Audit.ObjectRef("escalation", after.id()),
        deed.detail());
    if (after.round() > before.round()) {
      tasks.schedule(EscalationTasks.PAGE_STEP, RoundId.of(after).key(), clock.instant());
    }
    escalations.changed();
    return new ActionResult.Done(after);
  }

  private boolean resolvedBy(String id, String provider) {
    return history.of(id).stream()
        .anyMatch(e -> e.kind().equals("resolved") && e.actor().equals(provider));
  }
}
