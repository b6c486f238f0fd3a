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
  private final PageRows pages;
  private final ReplyWithin replyWithin;
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
      PageRows pages,
      ReplyWithin replyWithin,
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
    this.pages = pages;
    this.replyWithin = replyWithin;
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

  /// Takes responsibility; the pages stop. A conflict when another person has taken it, unless it
  /// was
  /// assigned to this one since.
  public ActionResult acknowledge(String id, String provider) {
    return act(id, provider, "acknowledged", now -> acknowledging(now, provider));
  }

  /// Gives it to a member of the team, who may then do all that only an owner may. Who acknowledged
  /// it stays responsible until then.
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
      if (heldByAnother(now, provider)) {
        return Step.taken();
      }
      Step acknowledged = acknowledging(now, provider);
      boolean mine = holder(now).filter(provider::equals).isPresent();
      if (acknowledged.conflict() || mine) {
        return acknowledged;
      }
      conversations.takeOver(now.conversationId(), provider);
      return Step.change(acknowledged.changeOf(now), "");
    });
  }

  /// Gives the conversation back to the assistant.
  public ActionResult handBack(String id, String provider) {
    return act(id, provider, "handed-back", now -> {
      if (holder(now).isEmpty()) {
        return Step.same();
      }
      if (heldByAnother(now, provider)) {
        return Step.taken();
      }
      conversations.takeOver(now.conversationId(), null);
      return Step.change(EscalationChange.of(now), "");
    });
  }

  /// Writes to the patient in the conversation, by its channel. Acknowledges, and counts as contact
  /// once it is seen.
  ///
  /// @param text what the patient reads; not blank
  public ActionResult reply(String id, String provider, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reply must not be blank");
    }
    return act(id, provider, "replied", now -> {
      Step acknowledged = acknowledging(now, provider);
      if (acknowledged.conflict() || heldByAnother(now, provider)) {
        return Step.taken();
      }
      String messageId = send(now, provider, text);
      return new Step(acknowledged.changeOf(now), false, "", messageId, null);
    });
  }

  /// Keeps that the patient was called or met: a fact, whoever has the escalation. Acknowledges
  /// where
  /// nobody has.
  ///
  /// @param how `call`, `visit`, …
  /// @param reached whether the patient was reached; only then it counts as contact
  public ActionResult contact(String id, String provider, String how, boolean reached) {
    return act(id, provider, "contacted", now -> {
      EscalationChange change = acknowledging(now, provider).changeOf(now);
      return Step.change(
          reached ? change.contacted(clock.instant()) : change,
          how + (reached ? " reached" : " not-reached"));
    });
  }

  /// Keeps a note for the team; the patient never sees it.
  public ActionResult note(String id, String provider, String text) {
    return act(
        id, provider, "noted", now -> new Step(EscalationChange.of(now), false, "", null, text));
  }

  /// Sets the level by clinical judgement, up or down to `ROUTINE`. Up, the steps start anew and
  /// the
  /// answer is due sooner; down, pages become rarer or stop, and what the patient was told stands.
  ///
  /// @throws IllegalArgumentException for `SELF_CARE`: less than `ROUTINE` is to resolve it
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
      if (level.compareTo(now.level()) > 0) {
        change
            .replyBy(earlier(now.replyBy(), replyWithin.replyBy(level, at)))
            .nextRound(pages.anyAccepted(id));
      }
      return new Step(change, false, "", null, reason);
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
    if (now.acknowledgedBy().filter(provider::equals).isPresent()) {
      return Step.same();
    }
    return isAssignedTo(now, provider)
        ? Step.change(EscalationChange.of(now).acknowledged(provider, clock.instant()), "")
        : Step.taken();
  }

  private static boolean isAssignedTo(Escalation now, String provider) {
    return now.assignee().filter(provider::equals).isPresent();
  }

  private Optional<String> holder(Escalation now) {
    return conversations.get(now.conversationId()).takenOverBy();
  }

  /// Whether another person talks with the patient, and it was not assigned to this one since.
  private boolean heldByAnother(Escalation now, String provider) {
    return holder(now).filter(h -> !h.equals(provider)).isPresent() && !isAssignedTo(now, provider);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
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
      tasks.schedule(Pager.TASK, Pager.taskId(after), clock.instant());
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
    /// The change it made, to be added to; one without effect where it made none.
    EscalationChange changeOf(Escalation before) {
      return change == null ? EscalationChange.of(before) : change;
    }

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
