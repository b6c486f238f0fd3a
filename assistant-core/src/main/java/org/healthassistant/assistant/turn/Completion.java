package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.library.PendingVectors;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.draft.Drafting;
import org.healthassistant.assistant.turn.draft.ReplyPreconditions;
import org.healthassistant.assistant.turn.draft.ReplyPreconditionsReader;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.springframework.stereotype.Component;

/// Makes the reply to a stored message: reads late vectors (**T2** raises), drafts outside of any
/// transaction, and stores in **T3** what still holds then.
///
/// Why drafts are made in a loop: drafting waits for encoders and models, so no lock is held
/// meanwhile, and what the draft rests on may change under it. An example: the patient asks
/// about a blood value; while the model writes, the patient withdraws the consent to that, or a
/// nurse takes the conversation over. T3 therefore locks the subject, reads the preconditions
/// again, and stores only where they are those the draft was made under. Else the draft is
/// thrown away and made anew from what holds now, three times at most; the last time T3 stores
/// what needs no draft, so that the message is not left without a reply.
///
/// Called by one thread for a conversation at a time: [Corridor] holds the conversation's lease.
@Component
class Completion {

  private static final int DRAFTS = 3;

  private final LateMeaning lateMeaning;
  private final Subjects subjects;
  private final ReplyPreconditionsReader preconditions;
  private final ReplyPlan.Planner planner;
  private final Drafting drafting;
  private final Composer composer;
  private final ReplyStore replies;
  private final Transactions transactions;

  Completion(
      LateMeaning lateMeaning,
      Subjects subjects,
      ReplyPreconditionsReader preconditions,
      ReplyPlan.Planner planner,
      Drafting drafting,
      Composer composer,
      ReplyStore replies,
      Transactions transactions) {
    this.lateMeaning = lateMeaning;
    this.subjects = subjects;
    this.preconditions = preconditions;
    this.planner = planner;
    this.drafting = drafting;
    this.composer = composer;
    this.replies = replies;
    this.transactions = transactions;
  }

  /// Makes and stores the reply, or returns the one that is there.
  ///
  /// @param vectors those of the message, which may still be on their way
  /// @param end when the turn's time is over
  Turn complete(String messageId, PendingVectors vectors, Instant end) {
    Message message = lateMeaning.read(messageId, vectors);
    Subject subject = subjects.get(message.subjectId());
    for (int number = 1; ; number++) {
      Optional<Turn> there = replies.find(messageId);
      if (there.isPresent()) {
        tellRaise(message, subject, there.get());
        return there.get();
      }
      Draft draft = draft(message, subject, vectors, end);
      Optional<Turn> stored = store(message, subject, draft, number == DRAFTS);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
  }

  /// Whether a message that was replied to is not done with: its meaning is still to be read, or
  /// said more than the reply did and the patient is not told so yet.
  boolean isOwed(Turn reply) {
    return lateMeaning.isOwed(reply.messageId(), told(reply))
        && !replies.raiseTold(reply.messageId());
  }

  /// Stores that a person will read the message in place of a reply that cannot be made. Does
  /// nothing where there is one.
  void giveUp(String messageId) {
    transactions.durable(() -> {
      if (replies.find(messageId).isPresent()) {
        return;
      }
      Message message = lateMeaning.leaveToPerson(messageId);
      Subject subject = subjects.get(message.subjectId());
      ReplyPreconditions now = preconditions.read(subject, message.conversationId());
      ReplyPlan plan = plan(message, now);
      Turn turn = composer.compose(message, plan, now.open(), now.language(), Optional.empty());
      replies.store(subject, message, turn, plan.smsPurpose(), List.of());
    });
  }

  /// A level that rose after the reply is told by a message of its own.
  private void tellRaise(Message message, Subject subject, Turn reply) {
    if (told(reply).atLeast(message.decision().orElseThrow().level())) {
      return;
    }
    transactions.durable(() -> {
      subjects.lock(subject.id());
      ReplyPreconditions now = preconditions.read(subject, message.conversationId());
      ReplyPlan plan = message.decision().orElseThrow().level() == Level.EMERGENCY
          ? new ReplyPlan.Emergency()
          : new ReplyPlan.SafetyOnly();
      Turn turn = composer.compose(message, plan, now.open(), now.language(), Optional.empty());
      replies.storeRaise(subject, message, turn, plan.smsPurpose());
    });
  }

  private static Level told(Turn reply) {
    return Level.valueOf(reply.triage().messageLevel());
  }

  private Draft draft(Message message, Subject subject, PendingVectors vectors, Instant end) {
    ReplyPreconditions now = preconditions.read(subject, message.conversationId());
    return switch (plan(message, now)) {
      case ReplyPlan.Answer answer ->
        new Draft(now, Optional.of(drafting.draft(message, subject, now, vectors, end)));
      case ReplyPlan.Emergency emergency -> new Draft(now, Optional.empty());
      case ReplyPlan.Keyword keyword -> new Draft(now, Optional.empty());
      case ReplyPlan.Silent silent -> new Draft(now, Optional.empty());
      case ReplyPlan.SafetyOnly safety -> new Draft(now, Optional.empty());
      case ReplyPlan.HandOff handOff -> new Draft(now, Optional.empty());
      case ReplyPlan.SwitchedOff off -> new Draft(now, Optional.empty());
      case ReplyPlan.TooLong tooLong -> new Draft(now, Optional.empty());
    };
  }

  /// T3: stores the reply if what it rests on is still so.
  ///
  /// @param last whether to store in any case; where something changed, without the answer
  /// @return the reply that is stored now; empty: it must be drafted anew
  private Optional<Turn> store(Message message, Subject subject, Draft draft, boolean last) {
    return transactions.durable(() -> {
      subjects.lock(subject.id());
      Optional<Turn> there = replies.find(message.id());
      if (there.isPresent()) {
        return there;
      }
      ReplyPreconditions now = preconditions.read(subject, message.conversationId());
      if (!now.equals(draft.restsOn()) && !last) {
        return Optional.empty();
      }
      Optional<Answer> kept = draft.answer().filter(answer -> now.equals(draft.restsOn()));
      ReplyPlan plan = plan(message, now);
      Turn turn = composer.compose(message, plan, now.open(), now.language(), kept);
      replies.store(
          subject,
          message,
          turn,
          plan.smsPurpose(),
          kept.map(Answer::disclosures).orElse(List.of()));
      return Optional.of(turn);
    });
  }

  /// No keyword comes here: its reply is stored in T1.
  private ReplyPlan plan(Message message, ReplyPreconditions preconditions) {
    return planner.plan(
        message.decision().orElseThrow(),
        Inbound.Keyword.NONE,
        preconditions.silenced(),
        message.text().length());
  }

  /// @param restsOn what held when it was made
  /// @param answer where the plan was to answer
  private record Draft(ReplyPreconditions restsOn, Optional<Answer> answer) {}
}
