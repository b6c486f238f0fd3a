package org.healthassistant.assistant.escalation.desk;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEntry;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.escalation.EscalationLedger;
import org.healthassistant.assistant.escalation.EscalationLedger.Open;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.EventKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out what people do: stores the change with its history, audits it, and starts the
/// steps anew where the change asks for it.
@Component
class EscalationCommands {

  private final EscalationLedger ledger;
  private final Escalations escalations;
  private final EscalationTasks tasks;
  private final Audit audit;

  EscalationCommands(
      EscalationLedger ledger, Escalations escalations, EscalationTasks tasks, Audit audit) {
    this.ledger = ledger;
    this.escalations = escalations;
    this.tasks = tasks;
    this.audit = audit;
  }

  /// The escalation of that id; empty: there is none.
  Optional<Escalation> find(String id) {
    return escalations.find(id);
  }

  /// Acts on an escalation that is not resolved; on a resolved one, it is a conflict.
  ActionResult act(String id, String provider, Function<Open, ActionEffect> action) {
    return run(id, provider, action, ActionResult.Conflict::new);
  }

  /// Acts as [#act], once for each key: where the same action was done under the key before,
  /// nothing is done and the result is as then, also when the escalation was resolved since.
  ActionResult actOnce(String id, String provider, Once once, Function<Open, ActionEffect> action) {
    return ledger
        .<ActionResult>change(
            id,
            open -> once.key() == null
                ? act(open, provider, once, action)
                : open.ofAction(once.key())
                    .map(done -> repeated(open, provider, done, once))
                    .orElseGet(() -> act(open, provider, once, action)))
        .orElseGet(ActionResult.NotFound::new);
  }

  private ActionResult act(
      Open open, String provider, Once once, Function<Open, ActionEffect> action) {
    return open.now().state() == Escalation.State.RESOLVED
        ? new ActionResult.Conflict(open.now())
        : store(open, provider, action.apply(open), once.key());
  }

  private static ActionResult repeated(
      Open open, String provider, EscalationEvent done, Once once) {
    return done.actor().equals(provider) && once.same().test(done)
        ? new ActionResult.Done(open.now())
        : new ActionResult.KeyReused();
  }

  /// How an action is recognised that is asked for once more.
  ///
  /// @param key the client's own; null: it is not recognised
  /// @param same whether an entry of the history says what the action would say
  record Once(@Nullable String key, Predicate<EscalationEvent> same) {}

  /// Resolves an escalation. Where the same person has resolved it before, nothing changes.
  ActionResult resolve(String id, String provider, Function<Open, ActionEffect> action) {
    return run(
        id,
        provider,
        action,
        before -> wasResolvedBy(id, provider)
            ? new ActionResult.Done(before)
            : new ActionResult.Conflict(before));
  }

  private ActionResult run(
      String id,
      String provider,
      Function<Open, ActionEffect> action,
      Function<Escalation, ActionResult> whenResolved) {
    return ledger
        .<ActionResult>change(
            id,
            open -> open.now().state() == Escalation.State.RESOLVED
                ? whenResolved.apply(open.now())
                : store(open, provider, action.apply(open), null))
        .orElseGet(ActionResult.NotFound::new);
  }

  private ActionResult store(
      Open open, String provider, ActionEffect effect, @Nullable String key) {
    return switch (effect) {
      case ActionEffect.Unchanged unchanged -> new ActionResult.Done(open.now());
      case ActionEffect.Taken taken -> new ActionResult.Conflict(open.now());
      case ActionEffect.Changed changed ->
        new ActionResult.Done(store(open, provider, changed, key));
    };
  }

  private Escalation store(
      Open open, String provider, ActionEffect.Changed changed, @Nullable String key) {
    Escalation before = open.now();
    Escalation after = open.apply(
        changed.change(),
        EscalationEntry.by(provider, changed.kind())
            .levels(before.level(), changed.change().level())
            .detail(changed.detail())
            .message(changed.messageId())
            .text(changed.text())
            .reached(changed.reached())
            .action(key));
    audit.append(
        Audit.Actor.provider(provider),
        "escalation-" + changed.kind().code(),
        Optional.of(after.subjectId()),
        new Audit.ObjectRef("escalation", after.id()),
        changed.detail());
    if (after.round() > before.round()) {
      tasks.beginRound(after, open.at());
    }
    return after;
  }

  private boolean wasResolvedBy(String id, String provider) {
    return escalations.history(id).stream()
        .anyMatch(e -> e.kind() == EventKind.RESOLVED && e.actor().equals(provider));
  }
}
