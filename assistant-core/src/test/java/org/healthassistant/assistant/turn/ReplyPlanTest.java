package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Message.PlannedReply;
import org.healthassistant.assistant.delivery.SmsPurpose;
import org.healthassistant.assistant.protocol.Progress;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.healthassistant.assistant.turn.asking.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyPlanTest {

  private static final Asked ASKED = new Asked(
      "m1", "m1", new Progress("headache", "signs", Map.of(), 1), Asked.State.OPEN, false);

  private static final String PERSON = "human-request";

  /// The table: the first column that decides wins, from left to right.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # level,   about,         keyword, silenced, length, on,    plan
      EMERGENCY, chest-pain,    NONE,    false,    10,     true,  Emergency
      EMERGENCY, chest-pain,    STOP,    true,     9000,   false, Emergency
      SELF_CARE, '',            STOP,    false,    4,      true,  Keyword
      SAME_DAY,  human-request, HELP,    true,     4,      false, Keyword
      SELF_CARE, '',            STOP_IN_DOUBT, false, 14,  true,  Keyword
      SAME_DAY,  suicide-passive, STOP_IN_DOUBT, false, 14, true, Keyword
      SELF_CARE, '',            STOP_IN_DOUBT, true, 14,   true,  Silent
      SELF_CARE, '',            NONE,    true,     10,     true,  Silent
      ROUTINE,   human-request, NONE,    true,     10,     true,  Silent
      ROUTINE,   refill,        NONE,    true,     9000,   false, Silent
      SAME_DAY,  fever,         NONE,    true,     10,     true,  SafetyOnly
      SAME_DAY,  fever,         NONE,    true,     9000,   false, SafetyOnly
      ROUTINE,   human-request, NONE,    false,    10,     true,  HandOff
      ROUTINE,   human-request, NONE,    false,    9000,   false, HandOff
      SELF_CARE, '',            NONE,    false,    10,     false, SwitchedOff
      SAME_DAY,  fever,         NONE,    false,    9000,   false, SwitchedOff
      SELF_CARE, '',            NONE,    false,    4001,   true,  TooLong
      SELF_CARE, '',            NONE,    false,    4000,   true,  Answer
      SAME_DAY,  fever,         NONE,    false,    10,     true,  Answer
      """)
  void decidesByTheFirstReasonThatHolds(
      Level level,
      String about,
      Keyword keyword,
      boolean silenced,
      int length,
      boolean answersEnabled,
      String plan) {
    assertThat(ReplyPlan.decide(
                decision(level, about),
                keyword,
                silenced,
                length,
                answersEnabled,
                Optional.empty(),
                Optional.empty())
            .getClass()
            .getSimpleName())
        .isEqualTo(plan);
  }

  @Test
  void answersWhereAPersonIsAskedForAmongOtherThings() {
    TriageDecision both = new TriageDecision(
        Level.ROUTINE, List.of(PERSON, "refill"), List.of(), true, false, "pack");

    assertThat(ReplyPlan.decide(
            both, Keyword.NONE, false, 10, true, Optional.empty(), Optional.empty()))
        .isEqualTo(new ReplyPlan.Answer());
  }

  @ParameterizedTest
  @MethodSource("all")
  void repliesInT1ExactlyToWhatNeedsNoEvidence(ReplyPlan plan) {
    PlannedReply expected = plan instanceof ReplyPlan.Emergency || plan instanceof ReplyPlan.Keyword
        ? PlannedReply.FIXED
        : plan instanceof ReplyPlan.Silent || plan instanceof ReplyPlan.SafetyOnly
            ? PlannedReply.SILENT
            : PlannedReply.ANSWER;

    assertThat(plan.planned(true)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fallsSilentInT1OnlyOnceTheMeaningWasRead(ReplyPlan plan) {
    assertThat(plan.planned(false)).isNotEqualTo(PlannedReply.SILENT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysTheSafetySentencesUnlessSilentOrAnsweringAKeyword(ReplyPlan plan) {
    assertThat(plan.saysSafety())
        .isEqualTo(!(plan instanceof ReplyPlan.Silent || plan instanceof ReplyPlan.Keyword));
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, OPT_OUT_CONFIRMATION",
    "START, KEYWORD",
    "HELP, KEYWORD",
  })
  void sendsAKeywordsReplyEvenWhereTheNumberOptedOut(Keyword keyword, SmsPurpose purpose) {
    assertThat(new ReplyPlan.Keyword(keyword).smsPurpose()).isEqualTo(purpose);
  }

  @Test
  void saysTheSafetySentencesBeforeItAsksBack() {
    assertThat(new ReplyPlan.Keyword(Keyword.STOP_IN_DOUBT).saysSafety()).isTrue();
  }

  @Test
  void sendsOnlyAnEmergencyAsOne() {
    assertThat(all().filter(plan -> plan.smsPurpose() == SmsPurpose.EMERGENCY))
        .containsExactly(new ReplyPlan.Emergency());
  }

  @ParameterizedTest
  @CsvSource({"SELF_CARE, Ask", "ROUTINE, Ask", "SAME_DAY, Answer", "EMERGENCY, Emergency"})
  void asksOnlyBelowSameDay(Level level, String plan) {
    assertThat(ReplyPlan.decide(
                decision(level, "fever"),
                Keyword.NONE,
                false,
                10,
                true,
                Optional.of(ASKED),
                Optional.empty())
            .getClass()
            .getSimpleName())
        .isEqualTo(plan);
  }

  @Test
  void takesNoMessageWithoutKeywordForOne() {
    assertThatThrownBy(() -> new ReplyPlan.Keyword(Keyword.NONE)).hasMessageContaining("NONE");
  }

  static Stream<ReplyPlan> all() {
    return Stream.of(
        new ReplyPlan.Emergency(),
        new ReplyPlan.Keyword(Keyword.HELP),
        new ReplyPlan.Silent(),
        new ReplyPlan.SafetyOnly(),
        new ReplyPlan.HandOff(),
        new ReplyPlan.SwitchedOff(),
        new ReplyPlan.TooLong(),
        new ReplyPlan.Kept(new ToldOffer("m", ToldOffer.State.KEPT, List.of())),
        new ReplyPlan.Correction(),
        new ReplyPlan.Ask(ASKED),
        new ReplyPlan.Answer());
  }

  private static TriageDecision decision(Level level, String about) {
    return new TriageDecision(
        level, about.isEmpty() ? List.of() : List.of(about), List.of(), true, false, "pack");
  }
}
