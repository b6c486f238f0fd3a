package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.Senders.Sender;
import org.healthassistant.assistant.turn.hearing.HeardMessage;
import org.healthassistant.assistant.turn.hearing.MessageHearing;
import org.healthassistant.assistant.turn.limits.Pace;
import org.healthassistant.assistant.turn.screening.MessagePlace;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.springframework.stereotype.Component;

/// **T1**: the transaction in which a message is screened and stored with its decision, its
/// escalation and the work that follows. After it nothing of the message can be lost; before it
/// the sender hears no success. It waits for no vector, model, index, network or lease.
@Component
class Admission {

  private final Senders senders;
  private final MessageHearing hearing;
  private final AdmissionRules rules;
  private final ReplyPlan.Planner planner;
  private final Intake intake;
  private final FollowUp followUp;
  private final RealClock clock;
  private final Transactions transactions;

  Admission(
      Senders senders,
      MessageHearing hearing,
      AdmissionRules rules,
      ReplyPlan.Planner planner,
      Intake intake,
      FollowUp followUp,
      RealClock clock,
      Transactions transactions) {
    this.senders = senders;
    this.hearing = hearing;
    this.rules = rules;
    this.planner = planner;
    this.intake = intake;
    this.followUp = followUp;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Where the message will stand, as far as is known before T1; empty where nobody is known yet.
  Optional<MessagePlace> placeOf(Inbound inbound) {
    return senders.placeOf(inbound);
  }

  /// Runs T1: who is it; is it a repeat; what does the screen say; is it refused; else store it
  /// and do what follows.
  ///
  /// @param meaning what the message means, where that was read in time
  /// @param refusable how fast the sender writes; empty: what would be refused is accepted,
  ///     because its meaning could not be read
  Accepted admit(Inbound inbound, Optional<MeaningReading> meaning, Optional<Pace> refusable) {
    return transactions.durable(() -> senders
        .lock(inbound)
        .map(sender -> admit(inbound, sender, meaning, refusable))
        .orElseGet(Accepted.NoConversation::new));
  }

  private Accepted admit(
      Inbound inbound, Sender sender, Optional<MeaningReading> meaning, Optional<Pace> refusable) {
    Optional<Message> before = intake.before(sender);
    if (before.isPresent()) {
      return repeated(inbound, sender, before.get());
    }
    Instant now = clock.instant();
    String id = Ids.next();
    HeardMessage heard = hear(inbound, sender, new ScreenedText(id, inbound.text()), meaning, now);
    TriageDecision decision = heard.decision();
    if (refusable.isPresent() && !decision.level().atLeast(inbound.keptFrom())) {
      return new Accepted.Heard();
    }
    if (!decision.level().atLeast(Level.SAME_DAY)) {
      Optional<Accepted.Refused> refused =
          refusable.flatMap(pace -> rules.refusal(inbound, sender.subject().id(), pace));
      if (refused.isPresent()) {
        // What is said of it is said in its language.
        intake.speaking(sender, inbound);
        return refused.get();
      }
    }
    return store(inbound, intake.speaking(sender, inbound), id, heard, now);
  }

  /// What the screen says of the message, and what it tells and answers.
  private HeardMessage hear(
      Inbound inbound,
      Sender sender,
      ScreenedText text,
      Optional<MeaningReading> meaning,
      Instant now) {
    TriageDecision screened = inbound
        .keyword()
        .heard(hearing.screen(
            MessagePlace.in(sender.conversation()), text, now, meaning, inbound.atLeast()));
    TriageDecision decision =
        inbound.bringsPicture() ? MessageScreen.withPicture(screened, text) : screened;
    return hearing.hear(
        sender.conversation(),
        text,
        decision,
        inbound.mayBeAskedBack() && sender.conversation().takenOverBy().isEmpty(),
        sender.silenced(),
        now);
  }

  private Accepted repeated(Inbound inbound, Sender sender, Message before) {
    return intake.sameText(before, inbound.text())
        ? followUp.repeated(sender, before)
        : new Accepted.OtherText(before.id());
  }

  private Accepted store(
      Inbound inbound, Sender sender, String id, HeardMessage heard, Instant now) {
    TriageDecision decision = heard.decision();
    ReplyPlan plan = planner.plan(
        decision,
        inbound.keyword(),
        sender.silenced(),
        inbound.text().length(),
        heard.asked(),
        heard.told());
    Message message =
        intake.store(inbound, sender, id, decision, plan.planned(decision.meaningRead()), now);
    return followUp.follow(inbound, sender, message, plan, heard, now);
  }
}
