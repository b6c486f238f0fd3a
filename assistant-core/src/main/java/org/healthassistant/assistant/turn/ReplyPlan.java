package org.healthassistant.assistant.turn;

import org.healthassistant.assistant.conversation.Message.PlannedReply;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
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

  /// That answers are switched off here, after the safety sentences.
  record SwitchedOff() implements ReplyPlan {}

  /// That the message is too long to be answered, after the safety sentences.
  record TooLong() implements ReplyPlan {}

  /// An answer, after the safety sentences.
  record Answer() implements ReplyPlan {}

  /// Decides.
  ///
  /// @param keyword what the whole message is as a keyword of its channel
  /// @param silenced whether a person has the conversation or the number has opted out
  /// @param length of the message, in UTF-16 units
  /// @param answersEnabled the setting `assistant.answers.enabled`
  static ReplyPlan decide(
      TriageDecision decision,
      Inbound.Keyword keyword,
      boolean silenced,
      int length,
      boolean answersEnabled) {
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
    if (!answersEnabled) {
      return new SwitchedOff();
    }
    return length > LONGEST_ANSWERED ? new TooLong() : new Answer();
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
      case SwitchedOff off -> PlannedReply.ANSWER;
      case TooLong tooLong -> PlannedReply.ANSWER;
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
      case SwitchedOff off -> SmsPurpose.ANSWER;
      case TooLong tooLong -> SmsPurpose.ANSWER;
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
      case SwitchedOff off -> true;
      case TooLong tooLong -> true;
      case Answer answer -> true;
    };
  }

  /// The planner with the setting of this installation.
  ///
  /// @param answersEnabled the setting `assistant.answers.enabled`
  record Planner(boolean answersEnabled) {

    /// As [ReplyPlan#decide].
    ReplyPlan plan(TriageDecision decision, Inbound.Keyword keyword, boolean silenced, int length) {
      return decide(decision, keyword, silenced, length, answersEnabled);
    }
  }
}
