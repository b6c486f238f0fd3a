package org.healthassistant.assistant.escalation.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.VisibleText;
import org.healthassistant.assistant.escalation.AcceptedPages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationChange;
import org.healthassistant.assistant.escalation.EscalationLedger.Open;
import org.healthassistant.assistant.escalation.EscalationTasks;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.escalation.ReplyWithin;
import org.healthassistant.assistant.escalation.desk.ActionEffect.Changed;
import org.healthassistant.assistant.escalation.desk.EscalationCommands.Once;
import org.healthassistant.assistant.escalation.desk.OwnershipRules.Owner;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does what people of the care team do with an escalation.
///
/// Every action is durable before it returns, takes the subject's lock, is written into the
/// history and audited. An action that asks for what is already so, by the same person, changes
/// nothing and is no error.
@Component
public class EscalationDesk {

  private final EscalationCommands commands;
  private final OwnershipRules ownership;
  private final AcceptedPages pages;
  private final ReplyWithin replyWithin;
  private final Conversations conversations;
  private final ProviderReplies replies;
  private final EscalationTasks tasks;

  EscalationDesk(
      EscalationCommands commands,
      OwnershipRules ownership,
      AcceptedPages pages,
      ReplyWithin replyWithin,
      Conversations conversations,
      ProviderReplies replies,
      EscalationTasks tasks) {
    this.commands = commands;
    this.ownership = ownership;
    this.pages = pages;
    this.replyWithin = replyWithin;
    this.conversations = conversations;
    this.replies = replies;
    this.tasks = tasks;
  }

  /// Takes responsibility; the pages stop. A conflict when another person has taken it, unless it
  /// was assigned to this one since.
  public ActionResult acknowledge(String id, String provider) {
    return commands.act(
        id, provider, open -> acknowledging(open, provider, EventKind.ACKNOWLEDGED));
  }

  /// Gives it to a member of the team, who may then do all that only an owner may. The person who
  /// acknowledged it stays responsible until then.
  public ActionResult assign(String id, String provider, String to) {
    return commands.act(
        id,
        provider,
        open -> open.now().assignee().filter(to::equals).isPresent()
            ? new ActionEffect.Unchanged()
            : new Changed(EventKind.ASSIGNED, EscalationChange.of(open.now()).assignee(to))
                .detail(to));
  }

  /// Takes the conversation: the assistant falls silent in it. Acknowledges too.
  public ActionResult takeOver(String id, String provider) {
    return commands.act(id, provider, open -> takingOver(open, provider));
  }

  private ActionEffect takingOver(Open open, String provider) {
    Escalation now = open.now();
    if (ownership.isHeldByAnother(now, provider)
        || ownership.owner(now, provider) == Owner.ANOTHER) {
      return new ActionEffect.Taken();
    }
    if (ownership.holder(now).filter(provider::equals).isPresent()) {
      return acknowledging(open, provider, EventKind.TAKEN_OVER);
    }
    conversations.takeOver(now.conversationId(), provider);
    tasks.checkTakeOver(now.conversationId(), open.at());
    return new Changed(EventKind.TAKEN_OVER, ownership.acknowledging(now, provider, open.at()));
  }

  /// Gives what was taken over back to the assistant, in whatever conversation of the patient.
  public ActionResult handBack(String id, String provider) {
    return commands.act(id, provider, open -> {
      List<Conversation> silent = conversations.ofSubject(open.now().subjectId()).stream()
          .filter(conversation -> conversation.takenOverBy().isPresent())
          .toList();
      if (silent.isEmpty()) {
        return new ActionEffect.Unchanged();
      }
      if (ownership.isHeldByAnother(open.now(), provider)) {
        return new ActionEffect.Taken();
      }
      conversations.giveBack(open.now().subjectId());
      return new Changed(EventKind.HANDED_BACK, EscalationChange.of(open.now()));
    });
  }

  /// Writes to the patient in the conversation, by its channel. Acknowledges, and counts as
  /// contact once it is seen.
  ///
  /// @param text what the patient reads; with something to see in it
  /// @param key the client's own key of the action, under which it is done once; null: none
  public ActionResult reply(String id, String provider, String text, @Nullable String key) {
    if (VisibleText.isMissing(text)) {
      throw new IllegalArgumentException("a reply must not be blank");
    }
    Once once = new Once(
        key,
        done -> done.kind() == EventKind.REPLIED
            && done.messageId().filter(written -> replies.says(written, text)).isPresent());
    return commands.actOnce(id, provider, once, open -> {
      Escalation now = open.now();
      if (ownership.owner(now, provider) == Owner.ANOTHER
          || ownership.isHeldByAnother(now, provider)) {
        return new ActionEffect.Taken();
      }
      return new Changed(EventKind.REPLIED, ownership.acknowledging(now, provider, open.at()))
          .message(replies.send(now, provider, text, open.at()));
    });
  }

  /// Whether the patient of an escalation may be written to: not by text where the patient said
  /// that texts are not safe. Of one that there is not, nobody is kept from writing.
  public boolean mayBeWritten(String id) {
    return commands.find(id).map(replies::mayBeSent).orElse(true);
  }

  /// Lifts that calls and texts to the patient are not safe, by a clinician who knows better.
  public ActionResult contactSafe(String id, String provider) {
    return commands.act(
        id,
        provider,
        open -> replies.contactSafe(open.now())
            ? new Changed(EventKind.CONTACT_SAFE, EscalationChange.of(open.now()))
            : new ActionEffect.Unchanged());
  }

  /// Stores that the patient was called or met: a fact, whoever owns the escalation. Acknowledges
  /// where nobody has.
  ///
  /// @param how `call`, `visit`, …
  /// @param reached whether the patient was reached; only then it counts as contact
  /// @param key the client's own key of the action, under which it is done once; null: none
  public ActionResult contact(
      String id, String provider, String how, boolean reached, @Nullable String key) {
    String detail = how + (reached ? " reached" : " not-reached");
    Once once = new Once(
        key, done -> done.kind() == EventKind.CONTACTED && done.detail().equals(detail));
    return commands.actOnce(id, provider, once, open -> {
      EscalationChange change = ownership.acknowledging(open.now(), provider, open.at());
      return new Changed(EventKind.CONTACTED, reached ? change.contacted(open.at()) : change)
          .detail(detail)
          .reached(reached);
    });
  }

  /// Stores a note for the team; the patient never sees it.
  ///
  /// @param key the client's own key of the action, under which it is done once; null: none
  public ActionResult note(String id, String provider, String text, @Nullable String key) {
    Once once = new Once(
        key,
        done ->
            done.kind() == EventKind.NOTED && done.text().filter(text::equals).isPresent());
    return commands.actOnce(
        id,
        provider,
        once,
        open -> new Changed(EventKind.NOTED, EscalationChange.of(open.now())).text(text));
  }

  /// Sets the level by clinical judgement, up or down to `ROUTINE`. Up, the steps start anew and
  /// the answer is due sooner; down, pages become rarer or stop, and what the patient was told
  /// stands.
  ///
  /// @throws IllegalArgumentException for `SELF_CARE`: less than `ROUTINE` is to resolve it
  public ActionResult level(String id, String provider, Level level, String reason) {
    if (level == Level.SELF_CARE) {
      throw new IllegalArgumentException("the lowest level is ROUTINE; less is to resolve it");
    }
    return commands.act(id, provider, open -> settingLevel(open, level, reason));
  }

  private ActionEffect settingLevel(Open open, Level level, String reason) {
    Escalation now = open.now();
    if (now.level() == level) {
      return new ActionEffect.Unchanged();
    }
    Instant at = open.at();
    EscalationChange change = EscalationChange.of(now).levelByClinician(level, at);
    if (level.compareTo(now.level()) < 0) {
      return new Changed(EventKind.LOWERED, change).text(reason);
    }
    change
        .replyBy(earlier(now.replyBy(), replyWithin.replyBy(level, at)))
        .nextRound(pages.anyAccepted(now.id()));
    return new Changed(EventKind.RAISED, change).text(reason);
  }

  /// Closes it, and gives the conversation back.
  ///
  /// @param outcome the code of what came of it
  /// @param alertRight whether the alert was right; null: not said
  public ActionResult resolve(
      String id,
      String provider,
      String outcome,
      @Nullable Boolean alertRight,
      Optional<String> note) {
    return commands.resolve(id, provider, open -> {
      Escalation now = open.now();
      conversations.giveBack(now.subjectId());
      return new Changed(
              EventKind.RESOLVED, EscalationChange.of(now).resolved(outcome, alertRight, open.at()))
          .detail(outcome)
          .text(note.orElse(null));
    });
  }

  private ActionEffect acknowledging(Open open, String provider, EventKind kind) {
    return switch (ownership.owner(open.now(), provider)) {
      case SELF -> new ActionEffect.Unchanged();
      case ANOTHER -> new ActionEffect.Taken();
      case NOBODY -> new Changed(kind, ownership.acknowledging(open.now(), provider, open.at()));
    };
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
