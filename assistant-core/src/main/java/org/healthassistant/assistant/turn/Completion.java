package org.healthassistant.assistant.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.draft.Drafting;
import org.healthassistant.assistant.turn.draft.ReplyPreconditions;
import org.healthassistant.assistant.turn.draft.ReplyPreconditionsReader;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.healthassistant.assistant.turn.screening.PendingReading;
import org.springframework.stereotype.Component;

/// Makes the reply to a stored message: reads late meaning (**T2** raises), drafts outside of any
/// transaction, and stores in **T3** what still holds then.
///
/// Why drafts are made in a loop: drafting waits for encoders and models, so no lock is held
/// meanwhile, and what the draft rests on may change under it. An example: the patient asks
/// about a blood value; while the model writes, the patient withdraws the consent to that, or a
/// nurse takes the conversation over. T3 therefore locks the subject, reads the preconditions
/// again, and stores only where they are those the draft was made under. Else the draft is
/// thrown away and made anew from what holds now, three times at most; the last time T3 stores
/// what needs no draft, so that the message is not left without a reply. What the patient has
/// seen of a draft while it was written is not thrown away: it is stored as far as it was shown.
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
  /// @param reading that of the message, which may still be under way
  /// @param end when the turn's time is over
  /// @param progress is told of the reply while it is written
  Turn complete(String messageId, PendingReading reading, Instant end, Turn.Progress progress) {
    Message message = lateMeaning.read(messageId, reading);
    Subject subject = subjects.get(message.subjectId());
    for (int number = 1; ; number++) {
      Optional<Turn> there = replies.find(messageId);
      if (there.isPresent()) {
        tellRaise(message, subject, there.get());
        return there.get();
      }
      Draft draft = draft(message, subject, reading, end, progress);
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
      ReplyPreconditions now = preconditions.read(subject, message);
      ReplyPlan plan = plan(message, now);
      Turn turn = composer.compose(message, plan, now.open(), now.language(), Optional.empty());
      replies.store(subject, message, turn, plan.smsPurpose(), List.of());
    });
  }

  /// Tells that a message went up because what was asked was not answered, unless a person has
  /// the conversation by now. Joins the caller's transaction, which holds the subject's lock.
  void tellUnanswered(Message message) {
    Subject subject = subjects.get(message.subjectId());
    boolean silenced = preconditions.read(subject, message).silenced();
    replies
        .find(message.id())
        .filter(reply -> !silenced)
        .ifPresent(reply -> tellRaise(message, subject, reply));
  }

  /// A level that rose after the reply is told by a message of its own.
  private void tellRaise(Message message, Subject subject, Turn reply) {
    if (told(reply).atLeast(message.decision().orElseThrow().level())) {
      return;
    }
    transactions.durable(() -> {
      subjects.lock(subject.id());
      ReplyPreconditions now = preconditions.read(subject, message);
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

  private Draft draft(
      Message message,
      Subject subject,
      PendingReading reading,
      Instant end,
      Turn.Progress progress) {
    ReplyPreconditions now = preconditions.read(subject, message);
    return switch (plan(message, now)) {
      case ReplyPlan.Answer plan -> {
        ShownAnswer shown =
            new ShownAnswer(progress, composer.opening(message, plan, now.open(), now.language()));
        Answer answer = drafting.draft(message, subject, now, reading.text(), end, shown);
        yield new Draft(now, Optional.of(answer), shown.seenOf(answer));
      }
      case ReplyPlan.Ask ask -> new Draft(now);
      case ReplyPlan.Emergency emergency -> new Draft(now);
      case ReplyPlan.Keyword keyword -> new Draft(now);
      case ReplyPlan.Silent silent -> new Draft(now);
      case ReplyPlan.SafetyOnly safety -> new Draft(now);
      case ReplyPlan.Noted noted -> new Draft(now);
      case ReplyPlan.Kept kept -> new Draft(now);
      case ReplyPlan.Correction correction -> new Draft(now);
      case ReplyPlan.HandOff handOff -> new Draft(now);
      case ReplyPlan.SwitchedOff off -> new Draft(now);
      case ReplyPlan.TooLong tooLong -> new Draft(now);
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
      ReplyPreconditions now = preconditions.read(subject, message);
      boolean same = now.equals(draft.restsOn());
      if (!same && draft.seen().isEmpty() && !last) {
        return Optional.empty();
      }
      Optional<Answer> kept = same ? draft.answer() : draft.seen();
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
    return planner
        .plan(
            message.decision().orElseThrow(),
            Inbound.Keyword.NONE,
            preconditions.silenced(),
            message.text().length(),
            preconditions.asked(message.id()),
            preconditions.told(message.id()))
        .reminding(drafting.waiting(message, preconditions));
  }

  /// @param restsOn what held when it was made
  /// @param answer where the plan was to answer
  /// @param seen what of it was shown already
  private record Draft(ReplyPreconditions restsOn, Optional<Answer> answer, Optional<Answer> seen) {

    /// Nothing to be drafted.
    Draft(ReplyPreconditions restsOn) {
      this(restsOn, Optional.empty(), Optional.empty());
    }
  }

  /// Shows an answer while it is written, after what is said before it, and counts what was
  /// shown.
  private static final class ShownAnswer implements Consumer<AnswerSentence> {

    private final Turn.Progress progress;
    private final Optional<Composer.Opening> opening;
    private int shown;

    /// @param opening empty where nothing may be shown before the reply is whole
    ShownAnswer(Turn.Progress progress, Optional<Composer.Opening> opening) {
      this.progress = progress;
      this.opening = opening;
    }

    @Override
    public synchronized void accept(AnswerSentence sentence) {
      opening.ifPresent(before -> {
        if (shown == 0) {
          progress.begin(before.triage());
          before.sentences().forEach(progress::show);
        }
        shown++;
        progress.show(Composer.sentence(sentence));
      });
    }

    /// What of an answer was shown; empty where nothing was.
    synchronized Optional<Answer> seenOf(Answer answer) {
      return shown == 0 ? Optional.empty() : Optional.of(answer.upTo(shown));
    }
  }
}
