package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.connector.sms.Segmenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Our questions through the corridor, on both databases: asked, answered, left, interrupted, not
/// answered in time.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SymptomQuestionsTest extends OneConversation {

  private static final String HEADACHE = "I have had a headache since yesterday";
  private static final String CHEST = "my chest hurts really bad and my arm is numb";

  SymptomQuestionsTest(TestDatabase database) {
    super(database);
  }

  @Test
  void asksWhatWasNotSaidAndThenAnswersTheComplaint() {
    Turn asked = say(HEADACHE);
    assertThat(asked.action()).isEqualTo("clarify");
    assertThat(asked.suggestions()).hasSize(5).last().isEqualTo("None of these");
    assertThat(asked.triage().messageLevel()).isEqualTo("SELF_CARE");

    Turn done = say("None of these");

    assertThat(done.action()).isEqualTo("answer");
    assertThat(done.text()).contains("Nothing you told me is a sign");
    assertThat(done.suggestions()).isNotEqualTo(asked.suggestions());
    assertThat(open()).isEmpty();
    assertThat(expire(asked)).isInstanceOf(TaskHandler.Next.Done.class);
    assertThat(open()).isEmpty();
  }

  @Test
  void answersTheComplaintAndNotTheAnswer() {
    say("I have had back pain for two days");
    Turn told = say("none of these");

    assertThat(told.citations().toString()).as(told.text()).containsIgnoringCase("back");
  }

  @Test
  void goesUpAtOnceByAnAnswer() {
    say(HEADACHE);
    Turn emergency = say("2");

    assertThat(emergency.action()).isEqualTo("emergency");
    assertThat(emergency.triage().categories()).contains("stroke");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.EMERGENCY));
  }

  @Test
  void tellsWhyAPersonWillRead() {
    say("I have a headache");
    say("5");
    Turn routine = say("two weeks");

    assertThat(routine.triage().messageLevel()).isEqualTo("ROUTINE");
    assertThat(routine.text()).contains("because you answered: \"A week or more");
  }

  @Test
  void endsByAnyDangerAndIsNotTakenUpAgain() {
    Turn asked = say(HEADACHE);
    Turn emergency = say(CHEST);

    assertThat(emergency.action()).isEqualTo("emergency");
    expire(asked);
    assertThat(findings(asked.messageId())).isEmpty();
    assertThat(say("none of these").action()).isNotEqualTo("clarify");
  }

  @Test
  void answersAnotherQuestionAndKeepsItsOwnOpen() {
    Turn asked = say(HEADACHE);
    Turn other = say("what can I eat with type 2 diabetes?");
    assertThat(other.action()).isEqualTo("answer");
    assertThat(other.triage().messageLevel()).isEqualTo("SELF_CARE");
    assertThat(other.text())
        .contains("diabetes", "My question from before is still open.")
        .endsWith(asked
            .text()
            .substring(asked.text().indexOf("question to be sure.") + 20)
            .strip());
    assertThat(other.suggestions()).isEqualTo(asked.suggestions());

    assertThat(say("hmm okay").action()).isEqualTo("clarify");
    assertThat(say("2").action()).isEqualTo("emergency");
    expire(asked);
  }

  /// A question put after something else was answered is put once; unanswered it goes up.
  @Test
  void putsItsQuestionOnceMoreAndGoesUpOnlyWhereNobodyAnswers() {
    Turn asked = say(HEADACHE);
    assertThat(say("one more thing, what is gout?").text()).contains("still open");
    Turn later = say("I need a refill of lisinopril");
    assertThat(later.text()).doesNotContain("still open");
    assertThat(later.triage().messageLevel()).isNotEqualTo("SAME_DAY");

    expire(asked);

    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
    assertThat(lastReply()).contains("my question was not answered");
  }

  @Test
  void putsItsQuestionOnceMoreByTextWithItsNumbers() {
    text("tengo dolor de cabeza");
    Turn other = text("quiero cambiar mi cita");

    assertThat(other.text()).contains("cita", "Mi pregunta de antes sigue abierta.", "1: ");
    assertThat(text("2").action()).isEqualTo("emergency");
  }

  @Test
  void canBeLeftAndIsSeenByAPersonThen() {
    say(HEADACHE);
    Turn left = say("please stop asking me questions");

    assertThat(left.text()).contains("I will not ask more");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
  }

  @Test
  void goesUpWhereNobodyAnswersAndStillUnderstandsALateAnswer() {
    Turn asked = say(HEADACHE);
    assertThat(due(asked))
        .hasValueSatisfying(due -> assertThat(due)
            .isBetween(
                at(asked).plus(Duration.ofMinutes(30)).minusMillis(1),
                at(asked).plus(Duration.ofMinutes(30)).plusMillis(1)));

    assertThat(task(Duration.ofMinutes(29)).run(asked.messageId()))
        .isInstanceOf(TaskHandler.Next.Again.class);
    assertThat(open()).isEmpty();
    expire(asked);

    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
    assertThat(lastReply()).contains("my question was not answered");
    assertThat(expire(asked)).isInstanceOf(TaskHandler.Next.Done.class);
    assertThat(say("1").action()).isEqualTo("emergency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"it hurts", "chest", "help me with this pain", "me siento mal", "me duele"})
  void asksAFragmentBackOnceAndLosesNone(String fragment) {
    Turn asked = say(fragment);
    assertThat(asked.action()).as(asked.text()).isEqualTo("clarify");

    expire(asked);

    assertThat(open())
        .hasValueSatisfying(e -> assertThat(e.level().atLeast(Level.SAME_DAY)).isTrue());
    assertThat(lastReply()).contains("911");
  }

  @Test
  void takesAFragmentAfterAFragmentUp() {
    say("it hurts");
    Turn up = say("it hurts");

    assertThat(up.triage().messageLevel()).isEqualTo("SAME_DAY");
  }

  @Test
  void readsWhatExplainsAFragmentAsAMessageOfItsOwn() {
    say("it hurts");
    Turn next = say("my head hurts");

    assertThat(next.action()).isEqualTo("clarify");
    assertThat(next.suggestions()).contains("A stiff neck with fever");
  }

  @ParameterizedTest
  @ValueSource(strings = {HEADACHE, "tengo dolor de cabeza desde ayer", "me duele", "chest"})
  void numbersItsChoicesByTextInThreeSegments(String complaint) {
    Turn asked = text(complaint);

    assertThat(asked.action()).isEqualTo("clarify");
    assertThat(asked.text()).contains("1: ", "2: ");
    assertThat(Segmenter.segment(asked.text()).segments()).as(asked.text()).isLessThanOrEqualTo(3);
    assertThat(text("la 2").action()).isEqualTo("emergency");
  }

  @Test
  void asksNothingOfAQuestionOrAnErrand() {
    List.of(
            "what causes headaches?",
            "I need a refill of my headache medicine",
            "I used to have headaches")
        .forEach(text -> {
          Turn turn = say(text);
          assertThat(turn.action()).as(text).isNotEqualTo("clarify");
          assertThat(due(turn)).as(text).isEmpty();
        });
  }

  /// A question on a medicine is asked back for what its answer depends on, never for the
  /// complaint that it names.
  @Test
  void asksOfAMedicineWhatItsAnswerDependsOnAndNotOfTheComplaint() {
    Turn asked = say("can I take ibuprofen for a headache?");

    assertThat(asked.action()).isEqualTo("clarify");
    assertThat(asked.suggestions())
        .containsExactly("Yes, pregnant", "Yes, breastfeeding", "No", "I don't know");
    assertThat(asked.triage().messageLevel()).isEqualTo("SELF_CARE");
    assertThat(due(asked)).as("no question of ours stays open").isEmpty();

    Turn answer = say("I don't know");

    assertThat(answer.action()).as(answer.text()).isEqualTo("answer");
    assertThat(answer.citations()).isNotEmpty();
    assertThat(open()).isEmpty();
  }

  private Optional<Instant> due(Turn asked) {
    return service
        .bean(JdbcClient.class)
        .sql("""
            select execution_time from scheduled_tasks
            where task_name = 'question-unanswered' and task_instance = :id
            """)
        .param("id", asked.messageId())
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .optional();
  }

  private Instant at(Turn asked) {
    return message(asked.messageId()).at();
  }

  private List<?> findings(String messageId) {
    return message(messageId).decision().orElseThrow().findings();
  }
}
