package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.delivery.Outbox;
import org.healthassistant.assistant.delivery.SmsContent;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people of the care team do with an escalation. Every action is durable before it returns,
/// takes the subject's lock, is kept in the history and audited. Asking for what is already so, by
/// the same person, changes nothing and is no error.
@Component
public class EscalationDesk {

  private final EscalationRows rows;
  private final Escalations escalations;
  private final EscalationHistory history;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final Outbox outbox;
  private final Audit audit;
  private final RealClock clock;
  private final Tasks tasks;
  private final Transactions transactions;

  EscalationDesk(
      EscalationRows rows,
      Escalations escalations,
      EscalationHistory history,
      Subjects subjects,
      Conversations conversations,
      Messages messages,
      Outbox outbox,
      Audit audit,
      RealClock clock,
      Tasks tasks,
      Transactions transactions) {
    this.rows = rows;
    this.escalations = escalations;
    this.history = history;
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.tasks = tasks;
    this.transactions = transactions;
  }

  /// Takes responsibility; the pages stop. A conflict when another person has it.
  public ActionResult acknowledge(String id, String provider) {
    return act(id, provider, "acknowledged", now -> acknowledging(now, provider));
  }

  /// Gives it to a member of the team.
  public ActionResult assign(String id, String provider, String to) {
    return act(
        id,
        provider,
        "assigned",
        now -> now.assignee().filter(to::equals).isPresent()
            ? Step.same()
            : Step.change(EscalationChange.of(now).assignee(to), to));
  }

  /// Takes the conversation: the assistant falls silent in it. Acknowledges too.
  public ActionResult takeOver(String id, String provider) {
    return act(id, provider, "taken-over", now -> {
      Optional<String> holder = conversations.get(now.conversationId()).takenOverBy();
      if (holder.isPresent()) {
        return holder.get().equals(provider) ? Step.same() : Step.taken();
      }
      Step acknowledged = acknowledging(now, provider);
      if (acknowledged.conflict()) {
        return acknowledged;
      }
      conversations.takeOver(now.conversationId(), provider);
      return Step.change(
          EscalationChange.of(now)
              .acknowledged(provider, now.acknowledgedAt().orElseGet(clock::instant)),
          "");
    });
  }

  /// Gives the conversation back to the assistant.
  public ActionResult handBack(String id, String provider) {
    return act(id, provider, "handed-back", now -> {
      Optional<String> holder = conversations.get(now.conversationId()).takenOverBy();
      if (holder.isEmpty()) {
        return Step.same();
      }
      conversations.takeOver(now.conversationId(), null);
      return Step.change(EscalationChange.of(now), "");
    });
  }

  /// Writes to the patient in the conversation, by its channel. Acknowledges, and counts as contact
  /// once it is seen.
  public ActionResult reply(String id, String provider, String text) {
    return act(id, provider, "replied", now -> {
      Step acknowledged = acknowledging(now, provider);
      if (acknowledged.conflict()) {
        return acknowledged;
      }
      String messageId = send(now, provider, text);
      return new Step(
          EscalationChange.of(now)
              .acknowledged(provider, now.acknowledgedAt().orElseGet(clock::instant)),
          false,
          "",
          messageId,
          null);
    });
  }

  /// Keeps that the patient was called or met.
  ///
  /// @param how `call`, `visit`, …
  /// @param reached whether the patient was reached; only then it counts as contact
  public ActionResult contact(String id, String provider, String how, boolean reached) {
    return act(id, provider, "contacted", now -> {
      Step acknowledged = acknowledging(now, provider);
      if (acknowledged.conflict()) {
        return acknowledged;
      }
      Instant at = clock.instant();
      EscalationChange change =
          EscalationChange.of(now).acknowledged(provider, now.acknowledgedAt().orElse(at));
      return Step.change(
          reached ? change.contacted(at) : change, how + (reached ? " reached" : " not-reached"));
    });
  }

  /// Keeps a note for the team; the patient never sees it.
  public ActionResult note(String id, String provider, String text) {
    return act(
        id, provider, "noted", now -> new Step(EscalationChange.of(now), false, "", null, text));
  }

  /// Sets the level by clinical judgement, up or down to `ROUTINE`; the steps start anew.
  public ActionResult level(String id, String provider, Level level, String reason) {
    if (level == Level.SELF_CARE) {
      throw new IllegalArgumentException("the lowest level is ROUTINE; less is to resolve it");
    }
    return act(id, provider, "level", now -> {
      if (now.level() == level) {
        return Step.same();
      }
      Instant at = clock.instant();
      EscalationChange change = EscalationChange.of(now).levelByClinician(level, at);
      return new Step(
          level.compareTo(now.level()) > 0 ? change.nextRound() : change, false, "", null, reason);
    });
  }

  /// Closes it, and gives the conversation back.
  public ActionResult resolve(
      String id,
      String provider,
      String outcome,
      @Nullable Boolean alertRight,
      Optional<String> note) {
    return act(id, provider, "resolved", now -> {
      conversations.ofSubject(now.subjectId()).forEach(c -> conversations.takeOver(c.id(), null));
      return new Step(
          EscalationChange.of(now).resolved(outcome, alertRight, clock.instant()),
          false,
          outcome,
          null,
          note.orElse(null));
    });
  }

  private Step acknowledging(Escalation now, String provider) {
    if (now.state() != Escalation.State.ACKNOWLEDGED) {
      return Step.change(EscalationChange.of(now).acknowledged(provider, clock.instant()), "");
    }
    return now.acknowledgedBy().filter(provider::equals).isPresent() ? Step.same() : Step.taken();
  }

  private String send(Escalation now, String provider, String text) {
    Conversation conversation = conversations.get(now.conversationId());
    var subject = subjects.get(now.subjectId());
    String messageId = Ids.next();
    messages.append(
        subject, conversation, NewMessage.ofProvider(messageId, provider, text, clock.instant()));
    if (conversation.channel() == Channel.SMS) {
      outbox.enqueue(subject, conversation, messageId, SmsPurpose.PROVIDER, SmsContent.of(text));
    }
    return messageId;
  }

  private ActionResult act(
      String id, String provider, String kind, Function<Escalation, Step> action) {
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

  private ActionResult apply(Escalation before, String provider, String kind, Step step) {
    if (step.conflict()) {
      return new ActionResult.Conflict(before);
    }
    if (step.change() == null) {
      return new ActionResult.Done(before);
    }
    Escalation after = rows.update(step.change().apply(clock.instant()));
    String named = kind.equals("level")
        ? (after.level().compareTo(before.level()) > 0 ? "raised" : "lowered")
        : kind;
    var entry = EscalationHistory.entry(named, provider)
        .from(before.level())
        .to(after.level())
        .detail(step.detail());
    entry = step.messageId() == null ? entry : entry.message(step.messageId());
    history.add(after, step.text() == null ? entry : entry.text(step.text()));
    audit.append(
        Audit.Actor.provider(provider),
        "escalation-" + named,
        Optional.of(after.subjectId()),
        new Audit.ObjectRef("escalation", after.id()),
        step.detail());
    if (after.round() > before.round()) {
      tasks.scheduleOrMove(Pager.TASK, after.id(), clock.instant());
    }
    escalations.changed();
    return new ActionResult.Done(after);
  }

  private boolean resolvedBy(String id, String provider) {
    return history.of(id).stream()
        .anyMatch(e -> e.kind().equals("resolved") && e.actor().equals(provider));
  }

  /// What an action comes to.
  private record Step(
      @Nullable EscalationChange change,
      boolean conflict,
      String detail,
      @Nullable String messageId,
      @Nullable String text) {
    static Step same() {
      return new Step(null, false, "", null, null);
    }

    static Step taken() {
      return new Step(null, true, "", null, null);
    }

    static Step change(EscalationChange change, String detail) {
      return new Step(change, false, detail, null, null);
    }
  }
}
