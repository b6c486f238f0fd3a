package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// T1 on both databases: what is stored with a message, and what follows from it.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AdmissionTest {

  private static final String QUESTION = "what can I eat with type 2 diabetes?";
  private static final String CHEST = "my chest hurts really bad and my arm is numb";

  private final TestService service;
  private final PhoneNumbers numbers;
  private final String phone = "+1202555" + ThreadLocalRandom.current().nextInt(1000, 9999);

  AdmissionTest(TestDatabase database) {
    service = TestService.on(database);
    numbers = service.bean(PhoneNumbers.class);
  }

  @AfterEach
  void closeEscalation() {
    EscalationDesk desk = service.bean(EscalationDesk.class);
    open(numbers.findOrCreate(phone).subjectId())
        .ifPresent(e -> desk.resolve(e.id(), "nurse-ana", "advised", null, Optional.empty()));
  }

  @Test
  void optsANumberOutAndInAndConfirmsEachWithTheMessage() {
    Accepted.Stored stop = text("stop", Keyword.STOP);

    assertThat(number().optedOutAt()).isPresent();
    assertThat(stop.done()).hasValueSatisfying(turn -> {
      assertThat(turn.mode()).isEqualTo("fixed");
      assertThat(turn.sentences()).hasSize(1);
    });
    assertThat(planned(stop)).contains(Message.PlannedReply.FIXED);

    assertThat(text("start", Keyword.START).done()).isPresent();
    assertThat(number().optedOutAt()).isEmpty();
  }

  @Test
  void answersTheKeywordHelpAndPagesNobody() {
    Accepted.Stored help = text("HELP!", Keyword.HELP);

    assertThat(help.done()).isPresent();
    assertThat(open(number().subjectId()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.ROUTINE));
  }

  @Test
  void hearsACryForHelpInOtherWords() {
    text("please help me now", Keyword.NONE);

    assertThat(open(number().subjectId()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
  }

  @Test
  void leavesAnEmergencyAsItIsWhenHelpFollowsIt() {
    text(CHEST, Keyword.NONE);
    text("help", Keyword.HELP);

    assertThat(open(number().subjectId()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.EMERGENCY));
  }

  @Test
  void isSilentToANumberThatOptedOutExceptForEmergencies() {
    text("stop", Keyword.STOP);

    Accepted.Stored silent = text(QUESTION, Keyword.NONE);
    assertThat(planned(silent)).contains(Message.PlannedReply.SILENT);
    assertThat(silent.done()).hasValueSatisfying(turn -> {
      assertThat(turn.sentences()).isEmpty();
      assertThat(turn.replyId()).isNull();
    });

    assertThat(text(CHEST, Keyword.NONE).done())
        .hasValueSatisfying(turn -> assertThat(turn.action()).isEqualTo("emergency"));
  }

  @Test
  void storesTheEmergencyReplyAndNoTaskForIt() {
    Accepted.Stored emergency = text(CHEST, Keyword.NONE);

    assertThat(emergency.done()).hasValueSatisfying(turn -> {
      assertThat(turn.action()).isEqualTo("emergency");
      assertThat(turn.text()).contains("911");
    });
    assertThat(taskDue(emergency)).isEmpty();
  }

  @Test
  void leavesAWebQuestionToATaskDueWhenTheBudgetIsOver() {
    String patient = "admission-" + Ids.next();
    String subject = service.bean(Subjects.class).ensurePatient(patient).id();
    String conversation =
        service.bean(Conversations.class).beginWeb(subject, Language.ENGLISH).id();
    Instant before = service.bean(RealClock.class).instant();

    Accepted.Stored asked = stored(new Inbound.Web(
        patient, Optional.empty(), conversation, QUESTION, Optional.empty(), false));

    Duration budget = service.bean(TurnBudget.class).length();
    assertThat(asked.done()).isEmpty();
    assertThat(planned(asked)).contains(Message.PlannedReply.ANSWER);
    assertThat(taskDue(asked))
        .hasValueSatisfying(due -> assertThat(due)
            .isBetween(before.plus(budget).minusMillis(1), before.plus(budget).plusSeconds(30)));
  }

  @Test
  void tellsARepeatWhatWasStoredAndDoesNothingAgain() {
    Inbound message = sms("help", Keyword.HELP, "the-same-" + phone);
    Accepted.Stored first = stored(message);

    Accepted.Stored again = stored(message);

    assertThat(first.repeat()).isFalse();
    assertThat(again.repeat()).isTrue();
    assertThat(again.messageId()).isEqualTo(first.messageId());
    assertThat(again.done()).isEqualTo(first.done());
  }

  private Accepted.Stored text(String text, Keyword keyword) {
    return stored(sms(text, keyword, Ids.next()));
  }

  private Inbound sms(String text, Keyword keyword, String id) {
    return new Inbound.Sms(
        "demo", id, phone, "+12025550100", text, service.bean(RealClock.class).instant(), keyword);
  }

  /// Admitted with its meaning read, and never refused.
  private Accepted.Stored stored(Inbound inbound) {
    var meaning = service
        .bean(MessageReadings.class)
        .begin(
            service.bean(Admission.class).placeOf(inbound),
            inbound.text(),
            service.bean(RealClock.class).instant())
        .meaning(Duration.ofMinutes(1));
    assertThat(meaning).isPresent();
    return (Accepted.Stored)
        service.bean(Admission.class).admit(inbound, meaning, Optional.empty());
  }

  private Optional<Message.PlannedReply> planned(Accepted.Stored stored) {
    return service.bean(Messages.class).find(stored.messageId()).orElseThrow().planned();
  }

  private Optional<Instant> taskDue(Accepted.Stored stored) {
    return service
        .bean(JdbcClient.class)
        .sql("""
            select execution_time from scheduled_tasks
            where task_name = 'reply' and task_instance = :id
            """)
        .param("id", stored.messageId())
        .query((row, n) -> TimeStamps.read(row, "execution_time"))
        .optional();
  }

  private Optional<Escalation> open(String subjectId) {
    return service.bean(Escalations.class).open(subjectId);
  }

  private PhoneNumbers.Known number() {
    return numbers.findOrCreate(phone);
  }
}
