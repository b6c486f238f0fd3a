package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WindowVector;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.limits.Pace;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.springframework.stereotype.Component;

/// **T1**: the transaction in which a message is screened and stored with its decision, its
/// escalation and the work that follows. After it nothing of the message can be lost; before it
/// the sender hears no success. It waits for no vector, model, index, network or lease.
@Component
class Admission {

  private final Senders senders;
  private final MessageScreen screening;
  private final AdmissionRules rules;
  private final ReplyPlan.Planner planner;
  private final Intake intake;
  private final FollowUp followUp;
  private final RealClock clock;
  private final Transactions transactions;

  Admission(
      Senders senders,
      MessageScreen screening,
      AdmissionRules rules,
      ReplyPlan.Planner planner,
      Intake intake,
      FollowUp followUp,
      RealClock clock,
      Transactions transactions) {
    this.senders = senders;
    this.screening = screening;
    this.rules = rules;
    this.planner = planner;
    this.intake = intake;
    this.followUp = followUp;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Runs T1: who is it; is it a repeat; what does the screen say; is it refused; else store it
  /// and do what follows.
  ///
  /// @param vectors the message's windows, where they came in time
  /// @param refusable how fast the sender writes; empty: what would be refused is accepted,
  ///     because its meaning could not be read
  Accepted admit(Inbound inbound, Optional<List<WindowVector>> vectors, Optional<Pace> refusable) {
    return transactions.durable(() -> senders
        .lock(inbound)
        .map(sender -> admit(inbound, sender, vectors, refusable))
        .orElseGet(Accepted.NoConversation::new));
  }

  private Accepted admit(
      Inbound inbound,
      Sender sender,
      Optional<List<WindowVector>> vectors,
      Optional<Pace> refusable) {
    Optional<Message> before = intake.before(sender);
    if (before.isPresent()) {
      return repeated(inbound, sender, before.get());
    }
    Instant now = clock.instant();
    String id = Ids.next();
    TriageDecision decision = inbound
        .keyword()
        .heard(screening.decide(
            sender.subject().id(),
            new ScreenedText(id, inbound.text()),
            now,
            vectors,
            inbound.atLeast()));
    if (refusable.isPresent() && !decision.level().atLeast(inbound.keptFrom())) {
      return new Accepted.Heard();
    }
    if (!decision.level().atLeast(Level.SAME_DAY)) {
      Optional<Accepted.Refused> refused =
          refusable.flatMap(pace -> rules.refusal(inbound, sender.subject().id(), pace));
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return store(inbound, intake.speaking(sender, inbound.text()), id, decision, now);
  }

  private Accepted repeated(Inbound inbound, Sender sender, Message before) {
    return intake.sameText(before, inbound.text())
        ? followUp.repeated(sender, before)
        : new Accepted.OtherText(before.id());
  }

  private Accepted store(
      Inbound inbound, Sender sender, String id, TriageDecision decision, Instant now) {
    ReplyPlan plan = planner.plan(
        decision, inbound.keyword(), sender.silenced(), inbound.text().length());
    Message message =
        intake.store(inbound, sender, id, decision, plan.planned(decision.meaningRead()), now);
    return followUp.follow(inbound, sender, message, plan, now);
  }
}
