package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.library.NamedLibrary;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.asking.ContactSaid;
import org.healthassistant.assistant.turn.asking.QuestionWords;
import org.healthassistant.assistant.turn.reading.ReadingOffers;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How each plan is worded.
class ComposerTest {

  private static final PatientWords WORDS = new PatientWords();

  /// Messages by web are answered as they are, whoever may see the phone.
  @SuppressWarnings("NullAway") // Nobody is looked up.
  private static final ContactSaid OF_THE_WEB = new ContactSaid(null, null, null, null);

  /// Messages without a reading are not offered to be kept.
  @SuppressWarnings("NullAway") // Nothing is looked up.
  private static final ReadingOffers OF_NOTHING = new ReadingOffers(
      null,
      null,
      null,
      WORDS,
      new ClinicalClock(InstantSource.system(), null, ZoneOffset.UTC),
      new RealClock(InstantSource.system()),
      null);

  private final Composer composer = new Composer(
      FixedWording.forRegion("US", WORDS::group),
      WORDS,
      new NamedLibrary("release-1"),
      new QuestionWords(SymptomProtocols.builtIn(WORDS::group), WORDS),
      OF_THE_WEB,
      OF_NOTHING);

  /// The kinds of the sentences say who speaks: the level's wording (`safety`) or a fixed
  /// sentence in place of an answer (`connective`).
  @ParameterizedTest
  @CsvSource(textBlock = """
      # plan,     level,     about,         action,    safety, fixed
      Emergency,   EMERGENCY, chest-pain,    emergency, true,   false
      Keyword,     SAME_DAY,  human-request, handoff,   false,  true
      Silent,      ROUTINE,   human-request, handoff,   false,  false
      SafetyOnly,  SAME_DAY,  fever,         handoff,   true,   false
      HandOff,     ROUTINE,   human-request, handoff,   true,   false
      SwitchedOff, SELF_CARE, '',            handoff,   false,  true
      SwitchedOff, SAME_DAY,  fever,         handoff,   true,   true
      TooLong,     SELF_CARE, '',            handoff,   false,  true
      """)
  void saysWhatThePlanMeans(
      String plan, Level level, String about, String action, boolean safety, boolean fixed) {
    Turn turn = compose(plan(plan), message(level, about), Optional.empty());

    assertThat(turn.action()).isEqualTo(action);
    assertThat(turn.mode()).isEqualTo("fixed");
    assertThat(kinds(turn).contains("safety")).isEqualTo(safety);
    assertThat(kinds(turn).contains("connective")).isEqualTo(fixed);
    assertThat(turn.replyId() == null).isEqualTo(turn.sentences().isEmpty());
    assertThat(turn.release()).isEqualTo("release-1");
  }

  @Test
  void putsTheLevelsSentencesBeforeTheAnswer() {
    Turn turn = compose(
        new ReplyPlan.Answer(), message(Level.SAME_DAY, "fever"), answer(Answer.Action.ANSWER));

    assertThat(turn.action()).isEqualTo("answer");
    assertThat(turn.mode()).isEqualTo("extractive");
    assertThat(kinds(turn).getFirst()).isEqualTo("safety");
    assertThat(turn.sentences().getLast())
        .isEqualTo(new Turn.Sentence("Rest helps.", List.of("c1"), "content"));
    assertThat(turn.text()).endsWith(" Rest helps.");
  }

  /// A yes would answer both; the offers of this test could not even look who may be asked.
  @Test
  void doesNotAskToKeepAReadingBesideAnotherQuestion() {
    Turn turn = compose(
        new ReplyPlan.Answer(),
        message(Level.SELF_CARE, "", "my pulse is 71"),
        answer(Answer.Action.CLARIFY));

    assertThat(turn.action()).isEqualTo("clarify");
    assertThat(turn.text()).isEqualTo("Rest helps.");
  }

  @Test
  void leavesADeclinedAnswerOutWhereAPersonWillReadTheMessage() {
    Turn declined = compose(
        new ReplyPlan.Answer(), message(Level.SELF_CARE, ""), answer(Answer.Action.DECLINE));
    Turn read = compose(
        new ReplyPlan.Answer(), message(Level.SAME_DAY, "fever"), answer(Answer.Action.DECLINE));

    assertThat(declined.action()).isEqualTo("decline");
    assertThat(declined.text()).isEqualTo("Rest helps.");
    assertThat(read.action()).isEqualTo("handoff");
    assertThat(read.text()).isNotEmpty().doesNotContain("Rest helps.");
  }

  @Test
  void handsOverWhereTheAnswerHadToBeThrownAway() {
    Turn turn = compose(new ReplyPlan.Answer(), message(Level.SELF_CARE, ""), Optional.empty());

    assertThat(turn.action()).isEqualTo("handoff");
    assertThat(turn.sentences()).isEmpty();
  }

  @Test
  void namesTheEmergencyNumber() {
    Turn turn = compose(
        new ReplyPlan.Emergency(), message(Level.EMERGENCY, "chest-pain"), Optional.empty());

    assertThat(turn.text()).contains("911");
    assertThat(turn.triage().messageLevel()).isEqualTo("EMERGENCY");
  }

  @Test
  void saysOneQuietLineBeforeAnAnswerWhileAnEmergencyIsOpen() {
    Turn turn = composer.compose(
        message(Level.SELF_CARE, ""),
        new ReplyPlan.Answer(),
        Optional.of(open(Level.EMERGENCY, "stroke", "m0")),
        Language.ENGLISH,
        answer(Answer.Action.ANSWER));

    assertThat(turn.text()).isEqualTo("If you still need help now, call 911. Rest helps.");
    assertThat(turn.triage().level()).isEqualTo("EMERGENCY");
    assertThat(turn.triage().messageLevel()).isEqualTo("SELF_CARE");
  }

  @Test
  void saysNoMoreThanFourSentencesOfALesserDangerWhileAnEmergencyIsOpen() {
    Turn turn = composer.compose(
        message(Level.SAME_DAY, "dvt"),
        new ReplyPlan.SafetyOnly(),
        Optional.of(open(Level.EMERGENCY, "suicide-active", "m0")),
        Language.ENGLISH,
        Optional.empty());

    assertThat(turn.sentences()).hasSize(4);
    assertThat(turn.text()).contains("988", "NURSE");
  }

  @Test
  void asksWhetherThePersonIsSafeOnceInAnEpisode() {
    var first = Optional.of(open(Level.EMERGENCY, "suicide-active", "m1"));
    var later = Optional.of(open(Level.EMERGENCY, "suicide-active", "m0"));
    Message message = message(Level.EMERGENCY, "suicide-active");

    assertThat(emergency(message, first)).contains("988").endsWith("?");
    assertThat(emergency(message, later)).contains("988").doesNotContain("?");
  }

  private String emergency(Message message, Optional<Escalation> open) {
    return composer
        .compose(message, new ReplyPlan.Emergency(), open, Language.ENGLISH, Optional.empty())
        .text();
  }

  /// What is open since a message set its level.
  private static Escalation open(Level level, String about, String message) {
    Instant at = Instant.parse("2026-11-24T11:00:00Z");
    return Escalation.begun(
        new Escalation.Identity("e1", "s1", Optional.empty(), at),
        new Escalation.Concern("c1", message, level, List.of(about), false, at, at, 0));
  }

  private Turn compose(ReplyPlan plan, Message message, Optional<Answer> answer) {
    return composer.compose(message, plan, Optional.empty(), Language.ENGLISH, answer);
  }

  private static List<String> kinds(Turn turn) {
    return turn.sentences().stream().map(Turn.Sentence::kind).toList();
  }

  private static ReplyPlan plan(String name) {
    return ReplyPlanTest.all()
        .filter(plan -> plan.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Answer> answer(Answer.Action action) {
    return Optional.of(new Answer(
        action,
        List.of(new AnswerSentence("Rest helps.", List.of("c1"), AnswerSentence.Kind.CONTENT)),
        List.of(),
        Answer.Mode.EXTRACTIVE,
        Language.ENGLISH,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        null));
  }

  private static Message message(Level level, String about) {
    return message(level, about, "a message");
  }

  private static Message message(Level level, String about, String text) {
    List<String> categories = about.isEmpty() ? List.of() : List.of(about);
    return new Message(
        "m1",
        "c1",
        "s1",
        1,
        Channel.WEB,
        Author.PATIENT,
        Optional.empty(),
        Optional.empty(),
        text,
        Optional.of(new TriageDecision(level, categories, List.of(), true, false, "pack")),
        Optional.empty(),
        false,
        Instant.parse("2026-11-24T12:00:00Z"),
        Instant.parse("2026-11-24T12:00:00Z"),
        Optional.empty(),
        Optional.empty());
  }
}
