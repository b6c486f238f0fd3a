package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people of the care team do with an escalation. Every action is durable before it
/// returns, takes the subject's lock, is kept in the history and audited. Asking for what is
/// already so, by the same person, changes nothing and is no error.
@Component
public class EscalationDesk {

  private final Deeds deeds;
  private final Claims claims;
  private final PageRows pages;
  private final ReplyWithin replyWithin;
  private final Subjects subjects;
  private final Conversations conversations;
  private final Messages messages;
  private final Outbox outbox;
  private final RealClock clock;

  EscalationDesk(
      Deeds deeds,
      Claims claims,
      PageRows pages,
      ReplyWithin replyWithin,
      Subjects subjects,
      Conversations conversations,
      Messages messages,
      Outbox outbox,
      RealClock clock) {
    this.deeds = deeds;
    this.claims = claims;
    this.pages = pages;
    this.replyWithin = replyWithin;
    this.subjects = subjects;
    this.conversations = conversations;
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Takes responsibility; the pages stop. A conflict when another person has taken it, unless
  /// it was assigned to this one since.
  public ActionResult acknowledge(String id, String provider) {
    return deeds.act(id, provider, "acknowledged", now -> claims.acknowledging(now, provider));
  }

  /// Gives it to a member of the team, who may then do all that only an owner may. Who
  /// acknowledged it stays responsible until then.
  public ActionResult assign(String id, String provider, String to) {
    return deeds.act(
        id,
        provider,
        "assigned",
        now -> now.assignee().filter(to::equals).isPresent()
            ? Deed.same()
            : Deed.change(EscalationChange.of(now).assignee(to), to));
  }

  /// Takes the conversation: the assistant falls silent in it. Acknowledges too.
  public ActionResult takeOver(String id, String provider) {
    return deeds.act(id, provider, "taken-over", now -> {
      if (claims.heldByAnother(now, provider)) {
        return Deed.taken();
      }
      Deed acknowledged = claims.acknowledging(now, provider);
      boolean mine = claims.holder(now).filter(provider::equals).isPresent();
      if (acknowledged.conflict() || mine) {
        return acknowledged;
      }
      conversations.takeOver(now.conversationId(), provider);
      return Deed.change(acknowledged.changeOf(now), "");
    });
  }

  /// Gives what was taken over back to the assistant, in whatever conversation of the patient.
  public ActionResult handBack(String id, String provider) {
    return deeds.act(id, provider, "handed-back", now -> {
      List<Conversation> silent = conversations.ofSubject(now.subjectId()).stream()
          .filter(conversation -> conversation.takenOverBy().isPresent())
          .toList();
      if (silent.isEmpty()) {
        return Deed.same();
      }
      if (claims.heldByAnother(now, provider)) {
        return Deed.taken();
      }
      silent.forEach(conversation -> conversations.takeOver(conversation.id(), null));
      return Deed.change(EscalationChange.of(now), "");
    });
  }

  /// Writes to the patient in the conversation, by its channel. Acknowledges, and counts as
  /// contact once it is seen.
  ///
  /// @param text what the patient reads; not blank
  public ActionResult reply(String id, String provider, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reply must not be blank");
    }
    return deeds.act(id, provider, "replied", now -> {
      Deed acknowledged = claims.acknowledging(now, provider);
      if (acknowledged.conflict() || claims.heldByAnother(now, provider)) {
        return Deed.taken();
      }
      String messageId = send(now, provider, text);
      return new Deed(acknowledged.changeOf(now), false, "", messageId, null);
    });
  }

  /// Keeps that the patient was called or met: a fact, whoever has the escalation. Acknowledges
  /// where nobody has.
  ///
  /// @param how `call`, `visit`, …
  /// @param reached whether the patient was reached; only then it counts as contact
  public ActionResult contact(String id, String provider, String how, boolean reached) {
    return deeds.act(id, provider, "contacted", now -> {
      EscalationChange change = claims.acknowledging(now, provider).changeOf(now);
      return Deed.change(
          reached ? change.contacted(clock.instant()) : change,
          how + (reached ? " reached" : " not-reached"));
    });
  }

  /// Keeps a note for the team; the patient never sees it.
  public ActionResult note(String id, String provider, String text) {
    return deeds.act(
        id, provider, "noted", now -> Deed.withText(EscalationChange.of(now), "", text));
  }

  /// Sets the level by clinical judgement, up or down to `ROUTINE`. Up, the steps start anew
  /// and the answer is due sooner; down, pages become rarer or stop, and what the patient was
  /// told stands.
  ///
  /// @throws IllegalArgumentException for `SELF_CARE`: less than `ROUTINE` is to resolve it
  public ActionResult level(String id, String provider, Level level, String reason) {
    if (level == Level.SELF_CARE) {
      throw new IllegalArgumentException("the lowest level is ROUTINE; less is to resolve it");
    }
    return deeds.act(id, provider, "level", now -> {
      if (now.level() == level) {
        return Deed.same();
      }
      Instant at = clock.instant();
      EscalationChange change = EscalationChange.of(now).levelByClinician(level, at);
      if (level.compareTo(now.level()) > 0) {
        change
            .replyBy(earlier(now.replyBy(), replyWithin.replyBy(level, at)))
            .nextRound(pages.anyAccepted(id));
      }
      return Deed.withText(change, "", reason);
    });
  }

  /// Closes it, and gives the conversation back.
  public ActionResult resolve(
      String id,
      String provider,
      String outcome,
      @Nullable Boolean alertRight,
      Optional<String> note) {
    return deeds.act(id, provider, "resolved", now -> {
      conversations.ofSubject(now.subjectId()).forEach(c -> conversations.takeOver(c.id(), null));
      return Deed.withText(
          EscalationChange.of(now).resolved(outcome, alertRight, clock.instant()),
          outcome,
          note.orElse(null));
    });
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
}
