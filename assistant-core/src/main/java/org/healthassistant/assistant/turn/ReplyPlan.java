package org.healthassistant.assistant.turn;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Message.PlannedReply;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.asking.Asked;
import org.healthassistant.assistant.turn.asking.SafeQuestion;
import org.healthassistant.assistant.turn.hearing.RecordCorrections;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.healthassistant.assistant.turn.screening.MessageScreen;

/// What the reply to a message will be: whether anything is said, and who says it. Decided by
/// one pure function, asked in T1 (what is said at once, and what is made later) and again in T3
/// (what is said now). The wording follows from the plan alone: [Composer] switches over it.
///
/// The order of the records is the order in which [#decide] asks: the first that holds is the
/// plan.
sealed interface ReplyPlan {

  /// Longer messages are not answered as questions; they are screened whole all the same.
  int LONGEST_ANSWERED = 4_000;

  /// The fixed emergency wording. Outranks everything: keywords, opt-out, take-over.
  record Emergency() implements ReplyPlan {}

  /// The fixed sentences that a keyword of the channel asks for.
  record Keyword(Inbound.Keyword word) implements ReplyPlan {
    /// Checks that it is one.
    public Keyword {
      if (word == Inbound.Keyword.NONE) {
        throw new IllegalArgumentException("NONE is no keyword to be answered");
      }
    }
  }

  /// Nothing: a person has the conversation, or the number has opted out.
  record Silent() implements ReplyPlan {}

  /// The safety sentences although nothing is answered: a person has the conversation, or the
  /// number has opted out, but the message is `SAME_DAY`; or nobody could read what it means.
  record SafetyOnly() implements ReplyPlan {}

  /// The sentences that hand over to a person: the message asks for one and is about nothing
  /// else.
  record HandOff() implements ReplyPlan {}

  /// That the care team can read what was answered, after the quiet line of what is open: that
  /// the person is safe, or how it feels after a reading that was flagged.
  record Noted() implements ReplyPlan {}

  /// What became of a reading that the patient told: whether it is kept.
  record Kept(ToldOffer told) implements ReplyPlan {}

  /// What became of the patient's word that something in the record is wrong.
  record Correction() implements ReplyPlan {}

  /// That answers are switched off here, after the safety sentences.
  record SwitchedOff() implements ReplyPlan {}

  /// That the message is too long to be answered, after the safety sentences.
  record TooLong() implements ReplyPlan {}

  /// A question to the patient, after the safety sentences.
  record Ask(Asked asked) implements ReplyPlan {}

  /// An answer, after the safety sentences.
  ///
  /// @param concluded the questions that the message brought to their end: then what they were
  ///     about is answered
  /// @param waiting the question that still waits and is put once more after the answer
  record Answer(Optional<Asked> concluded, Optional<Asked> waiting) implements ReplyPlan {

    /// An answer after which nothing is asked.
    Answer(Optional<Asked> concluded) {
      this(concluded, Optional.empty());
    }

    /// An answer to the message itself.
    Answer() {
      this(Optional.empty());
    }
  }

  /// The question that the reply puts: in place of an answer, or behind one; empty: none.
  default Optional<Asked> asks() {
    return this instanceof Ask ask
        ? Optional.of(ask.asked())
        : this instanceof Answer answer ? answer.waiting() : Optional.empty();
  }

  /// This plan; an answer with a question that still waits put after it.
  default ReplyPlan reminding(Optional<Asked> waiting) {
    return this instanceof Answer answer ? new Answer(answer.concluded(), waiting) : this;
  }

  /// Decides.
  ///
  /// @param keyword what the whole message is as a keyword of its channel
  /// @param silenced whether a person has the conversation or the number has opted out
  /// @param length of the message, in UTF-16 units
  /// @param answersEnabled the setting `assistant.answers.enabled`
  /// @param asked how the questions stand after the message; empty: it neither answers nor begins
  ///     any
  /// @param told how the question stands after the message whether to keep a reading; empty: as
  ///     before
  static ReplyPlan decide(
      TriageDecision decision,
      Inbound.Keyword keyword,
      boolean silenced,
      int length,
      boolean answersEnabled,
      Optional<Asked> asked,
      Optional<ToldOffer> told) {
    if (decision.level() == Level.EMERGENCY) {
      return new Emergency();
    }
    boolean asksBack = keyword == Inbound.Keyword.STOP_IN_DOUBT;
    if (keyword != Inbound.Keyword.NONE && !asksBack) {
      return new Keyword(keyword);
    }
    if (silenced) {
      return decision.level().atLeast(Level.SAME_DAY) ? new SafetyOnly() : new Silent();
    }
    if (asksBack) {
      return new Keyword(keyword);
    }
    if (MessageScreen.isNotRead(decision)) {
      return new SafetyOnly();
    }
    if (MessageScreen.asksOnlyForPerson(decision)) {
      return new HandOff();
    }
    if (asked.filter(Asked::isConcluded).filter(each -> isNoted(decision, each)).isPresent()) {
      return new Noted();
    }
    Optional<ToldOffer> kept = told.filter(ReadingOffers::isAnswered);
    if (kept.isPresent()) {
      return new Kept(kept.get());
    }
    if (RecordCorrections.isIt(decision)) {
      return new Correction();
    }
    if (!answersEnabled) {
      return new SwitchedOff();
    }
    if (length > LONGEST_ANSWERED) {
      return new TooLong();
    }
    return asked
        .filter(each -> each.isOpen() && !decision.level().atLeast(Level.SAME_DAY))
        .<ReplyPlan>map(Ask::new)
        .orElseGet(() -> new Answer(asked.filter(Asked::isConcluded)));
  }

  /// Whether an answer is only for the care team to know: it is no ground to say more, and least
  /// of all that all is well.
  private static boolean isNoted(TriageDecision decision, Asked asked) {
    return SafeQuestion.isAnswer(decision) || SymptomProtocols.asksAboutReading(asked.progress());
  }

  /// What T1 keeps of it with the message: `FIXED` and `SILENT` are replied to in T1 itself, for
  /// `ANSWER` the reply task is stored. A message whose meaning could not be read yet is never
  /// silenced in T1: it goes the longer way, on which the meaning is read before the silence.
  default PlannedReply planned(boolean meaningRead) {
    return switch (this) {
      case Emergency emergency -> PlannedReply.FIXED;
      case Keyword keyword -> PlannedReply.FIXED;
      case Silent silent -> meaningRead ? PlannedReply.SILENT : PlannedReply.ANSWER;
      case SafetyOnly safety -> meaningRead ? PlannedReply.SILENT : PlannedReply.ANSWER;
      case HandOff handOff -> PlannedReply.ANSWER;
      case Noted noted -> PlannedReply.ANSWER;
      case Kept kept -> PlannedReply.ANSWER;
      case Correction correction -> PlannedReply.ANSWER;
      case SwitchedOff off -> PlannedReply.ANSWER;
      case TooLong tooLong -> PlannedReply.ANSWER;
      case Ask ask -> PlannedReply.ANSWER;
      case Answer answer -> PlannedReply.ANSWER;
    };
  }

  /// Why the reply goes out by SMS, which decides whether and how it is sent.
  default SmsPurpose smsPurpose() {
    return switch (this) {
      case Emergency emergency -> SmsPurpose.EMERGENCY;
      case Keyword keyword ->
        switch (keyword.word()) {
          case STOP -> SmsPurpose.OPT_OUT_CONFIRMATION;
          case STOP_IN_DOUBT, START, HELP, NONE -> SmsPurpose.KEYWORD;
        };
      case Silent silent -> SmsPurpose.ANSWER;
      case SafetyOnly safety -> SmsPurpose.ANSWER;
      case HandOff handOff -> SmsPurpose.ANSWER;
      case Noted noted -> SmsPurpose.ANSWER;
      case Kept kept -> SmsPurpose.ANSWER;
      case Correction correction -> SmsPurpose.ANSWER;
      case SwitchedOff off -> SmsPurpose.ANSWER;
      case TooLong tooLong -> SmsPurpose.ANSWER;
      case Ask ask -> SmsPurpose.ANSWER;
      case Answer answer -> SmsPurpose.ANSWER;
    };
  }

  /// Whether the sentences of the decision's level come first.
  default boolean saysSafety() {
    return switch (this) {
      case Silent silent -> false;
      case Keyword keyword -> keyword.word() == Inbound.Keyword.STOP_IN_DOUBT;
      case Emergency emergency -> true;
      case SafetyOnly safety -> true;
      case HandOff handOff -> true;
      case Noted noted -> true;
      case Kept kept -> true;
      case Correction correction -> true;
      case SwitchedOff off -> true;
      case TooLong tooLong -> true;
      case Ask ask -> true;
      case Answer answer -> true;
    };
  }

  /// Whether the reply has words of its own, in place of silence or of what a network asks to be
  /// confirmed.
  default boolean answersInWords() {
    return switch (this) {
      case Silent silent -> false;
      case Keyword keyword -> keyword.word() == Inbound.Keyword.HELP;
      case Emergency emergency -> true;
      case SafetyOnly safety -> true;
      case HandOff handOff -> true;
      case Noted noted -> true;
      case Kept kept -> true;
      case Correction correction -> true;
      case SwitchedOff off -> true;
      case TooLong tooLong -> true;
      case Ask ask -> true;
      case Answer answer -> true;
    };
  }

  /// The planner with the setting of this installation.
  ///
  /// @param answersEnabled the setting `assistant.answers.enabled`
  record Planner(boolean answersEnabled) {

    /// As [ReplyPlan#decide].
    ReplyPlan plan(
        TriageDecision decision,
        Inbound.Keyword keyword,
        boolean silenced,
        int length,
        Optional<Asked> asked,
        Optional<ToldOffer> told) {
      return decide(decision, keyword, silenced, length, answersEnabled, asked, told);
    }
  }
}
