package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.turn.Senders.Sender;
import org.healthassistant.assistant.turn.asking.ContactSaid;
import org.healthassistant.assistant.turn.hearing.HeardMessage;
import org.healthassistant.assistant.turn.hearing.MessageHearing;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.springframework.stereotype.Component;

/// What follows from a stored message, still in T1: its escalation, what its keyword does, and
/// its reply, either at once or by a task.
@Component
class FollowUp {

  private final Escalations escalations;
  private final PhoneNumbers numbers;
  private final Tasks tasks;
  private final TurnBudget budget;
  private final Composer composer;
  private final ReplyStore replies;
  private final MessageHearing hearing;
  private final ContactSaid contact;

  FollowUp(
      Escalations escalations,
      PhoneNumbers numbers,
      Tasks tasks,
      TurnBudget budget,
      Composer composer,
      ReplyStore replies,
      MessageHearing hearing,
      ContactSaid contact) {
    this.escalations = escalations;
    this.numbers = numbers;
    this.tasks = tasks;
    this.budget = budget;
    this.composer = composer;
    this.replies = replies;
    this.hearing = hearing;
    this.contact = contact;
  }

  /// Escalates, heeds the keyword, and replies or schedules the reply.
  ///
  /// @param sender in the language of the message
  /// @param heard what it answers and tells
  Accepted.Stored follow(
      Inbound inbound,
      Sender sender,
      Message message,
      ReplyPlan plan,
      HeardMessage heard,
      Instant now) {
    TriageDecision decision = message.decision().orElseThrow();
    escalations.patientWrote(message);
    Optional<Escalation> open = escalate(inbound, sender, message, decision);
    contact.heed(message);
    heedKeyword(inbound.keyword(), sender, now);
    boolean neutral = contact.staysNeutral(message);
    hearing.follow(
        sender.subject(),
        sender.conversation().id(),
        heard,
        !neutral && plan instanceof ReplyPlan.Ask,
        now);
    switch (plan.planned(decision.meaningRead())) {
      case ANSWER ->
        tasks.schedule(
            LateMeaning.REPLY_TASK, message.id(), inbound.replyDue(now, budget.length()));
      case FIXED, SILENT -> replyNow(sender, message, plan, open);
    }
    if (message.lateVectors()) {
      // What is replied to without it is read all the same.
      tasks.schedule(LateMeaning.REPLY_TASK, message.id(), inbound.replyDue(now, budget.length()));
    }
    return stored(sender, message, open, false);
  }

  /// What a message that was stored before is told as.
  Accepted.Stored repeated(Sender sender, Message before) {
    return stored(sender, before, escalations.open(before.subjectId()), true);
  }

  private Optional<Escalation> escalate(
      Inbound inbound, Sender sender, Message message, TriageDecision decision) {
    if (!decision.level().atLeast(Level.ROUTINE)) {
      return escalations.open(sender.subject().id());
    }
    return Optional.of(escalations.openOrRaise(
        sender.subject(),
        message,
        decision,
        inbound.asksForPerson() || MessageScreen.asksForPerson(decision)));
  }

  private void heedKeyword(Inbound.Keyword keyword, Sender sender, Instant now) {
    sender.number().map(PhoneNumbers.Known::numberHash).ifPresent(number -> {
      switch (keyword) {
        case STOP -> numbers.optOut(number, now);
        case START -> numbers.optIn(number, now);
        case STOP_IN_DOUBT, HELP, NONE -> {}
      }
    });
  }

  /// The replies that need no evidence are stored with the message.
  private void replyNow(Sender sender, Message message, ReplyPlan plan, Optional<Escalation> open) {
    Optional<Answer> none = Optional.empty();
    Turn turn = composer.compose(message, plan, open, sender.conversation().language(), none);
    replies.store(sender.subject(), sender.conversation(), message, turn, plan.smsPurpose());
  }

  private Accepted.Stored stored(
      Sender sender, Message message, Optional<Escalation> open, boolean repeat) {
    TriageDecision decision = message.decision().orElseThrow();
    Optional<Turn> done = replies.find(message.id());
    List<Turn.Sentence> fixed = done.isPresent()
        ? List.of()
        : composer.safety(message, open, sender.conversation().language());
    return new Accepted.Stored(
        message.id(),
        message.conversationId(),
        repeat,
        composer.triage(decision, open),
        fixed,
        done);
  }
}
