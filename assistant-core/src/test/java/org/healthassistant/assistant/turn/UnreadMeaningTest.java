package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.draft.Drafting;
import org.healthassistant.assistant.turn.draft.ReplyPreconditionsReader;
import org.healthassistant.assistant.turn.limits.ConversationLeases;
import org.healthassistant.assistant.turn.limits.Door;
import org.healthassistant.assistant.turn.screening.BrokenMeaning;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.healthassistant.assistant.turn.screening.UnreadMeaningException;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of messages whose meaning cannot be read, on both databases: nothing is answered
/// as if it were harmless.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UnreadMeaningTest {

  private final TestService service;
  private final Messages messages;
  private final String patient = "unread-" + Ids.next();
  private final Subject subject;
  private final String conversation;

  UnreadMeaningTest(TestDatabase database) {
    service = TestService.on(database);
    messages = service.bean(Messages.class);
    subject = service.bean(Subjects.class).ensurePatient(patient);
    conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
  }

  @AfterEach
  void closeEscalation() {
    open(subject.id()).ifPresent(this::resolve);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what can I eat with type 2 diabetes?",
        "thank you so much",
        "hello",
        "what medicines am I taking?"
      })
  void repliesNothingWhileTheMeaningMayStillComeAndThenLeavesItToAPerson(String text) {
    String id = acceptUnread(web(text));
    Corridor corridor = broken(true);

    assertThatThrownBy(() -> corridor.complete(id)).isInstanceOf(UnreadMeaningException.class);
    assertThat(service.bean(ReplyStore.class).find(id)).isEmpty();

    age(id, Duration.ofSeconds(61));
    Turn turn = corridor.complete(id).orElseThrow();

    assertThat(turn.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(turn.triage().findings())
        .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("not-read"));
    assertThat(turn.citations()).isEmpty();
    assertThat(turn.text()).contains("911");
    assertThat(open(subject.id()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
    assertThat(messages.find(id).orElseThrow().lateVectors()).isFalse();
  }

  @Test
  void leavesItToAPersonAlsoWhereAnswersAreOffOrTheMessageIsTooLong() {
    Corridor off = broken(false);
    String switchedOff = acceptUnread(web("what is a fever?"));
    age(switchedOff, Duration.ofMinutes(2));
    assertThat(off.complete(switchedOff).orElseThrow().triage().messageLevel())
        .isEqualTo("SAME_DAY");

    String tooLong = acceptUnread(web("I like to read about food. ".repeat(200)));
    age(tooLong, Duration.ofMinutes(2));
    assertThat(broken(true).complete(tooLong).orElseThrow().triage().messageLevel())
        .isEqualTo("SAME_DAY");
  }

  @Test
  void leavesItToAPersonAlsoWhereNobodyAnswers() {
    service
        .bean(Transactions.class)
        .durable(() -> service.bean(Conversations.class).takeOver(conversation, "nurse-ana"));
    String id = acceptUnread(web("thank you for writing back"));
    age(id, Duration.ofMinutes(2));

    Turn turn = broken(true).complete(id).orElseThrow();

    assertThat(turn.action()).isEqualTo("handoff");
    assertThat(open(subject.id()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
  }

  @Test
  void readsWhatAKeywordWasRepliedToWithoutItsMeaning() {
    // Else the service's own task may read it first.
    Scheduler scheduler = service.bean(Scheduler.class);
    scheduler.pause();
    try {
      readsAKeywordWithoutMeaning();
    } finally {
      scheduler.resume();
    }
  }

  private void readsAKeywordWithoutMeaning() {
    String phone = "+1202555" + ThreadLocalRandom.current().nextInt(1000, 9999);
    Accepted.Stored stored = (Accepted.Stored) service
        .bean(Admission.class)
        .admit(
            new Inbound.Sms(
                "demo",
                Ids.next(),
                phone,
                "+12025550100",
                "stop",
                service.bean(RealClock.class).instant(),
                Inbound.Keyword.STOP),
            Optional.empty(),
            Optional.empty());
    assertThat(stored.done()).isPresent();
    assertThat(messages.find(stored.messageId()).orElseThrow().lateVectors()).isTrue();
    age(stored.messageId(), Duration.ofMinutes(2));

    broken(true).complete(stored.messageId());

    Message message = messages.find(stored.messageId()).orElseThrow();
    assertThat(message.lateVectors()).isFalse();
    assertThat(open(message.subjectId()))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
    assertThat(service.bean(ReplyStore.class).raiseTold(message.id())).isTrue();
    open(message.subjectId()).ifPresent(this::resolve);
  }

  @Test
  void readsAnewWhatCouldNotBeRead() {
    String id = acceptUnread(web("what can I eat with type 2 diabetes?"));
    Corridor anew = corridor(service.bean(LateMeaning.class), true);

    Turn turn = anew.complete(id).orElseThrow();

    assertThat(messages.find(id).orElseThrow().decision().orElseThrow().meaningRead())
        .isTrue();
    assertThat(turn.triage().findings())
        .noneSatisfy(finding -> assertThat(finding.rule()).isEqualTo("not-read"));
  }

  @Test
  void countsWhatTheEncodersDoNotGive() {
    MeterRegistry meters = service.bean(MeterRegistry.class);
    double before = meters.counter("assistant.meaning.late", "outcome", "again").count();
    String id = acceptUnread(web("hello"));

    assertThatThrownBy(() -> broken(true).complete(id)).isInstanceOf(RuntimeException.class);

    assertThat(meters.counter("assistant.meaning.late", "outcome", "again").count())
        .isGreaterThan(before);
  }

  @Test
  void refusesNothingOfWhichTheMeaningDoesNotCome() {
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, false);

    assertThat(broken(true).accept(web("what is a fever?"))).isInstanceOf(Accepted.Stored.class);
  }

  private Inbound web(String text) {
    return new Inbound.Web(
        patient, Optional.empty(), conversation, text, Optional.of(Ids.next()), false);
  }

  private String acceptUnread(Inbound inbound) {
    Accepted accepted =
        service.bean(Admission.class).admit(inbound, Optional.empty(), Optional.empty());
    return ((Accepted.Stored) accepted).messageId();
  }

  private void age(String messageId, Duration by) {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    jdbc.sql("update message set at = :at where id = :id")
        .param("at", TimeStamps.bind(messages.find(messageId).orElseThrow().at().minus(by)))
        .param("id", messageId)
        .update();
  }

  private Corridor broken(boolean answersEnabled) {
    return corridor(BrokenMeaning.lateMeaning(service), answersEnabled);
  }

  /// The corridor of a service whose encoder gives no vectors to new messages.
  private Corridor corridor(LateMeaning lateMeaning, boolean answersEnabled) {
    Completion completion = new Completion(
        lateMeaning,
        service.bean(Subjects.class),
        service.bean(ReplyPreconditionsReader.class),
        new ReplyPlan.Planner(answersEnabled),
        service.bean(Drafting.class),
        service.bean(Composer.class),
        service.bean(ReplyStore.class),
        service.bean(Transactions.class));
    return new Corridor(
        service.bean(Admission.class),
        completion,
        service.bean(ReplyStore.class),
        BrokenMeaning.readings(service),
        service.bean(ConversationLeases.class),
        service.bean(TurnBudget.class),
        service.bean(RealClock.class),
        service.bean(Door.class));
  }

  private Optional<Escalation> open(String subjectId) {
    return service.bean(Escalations.class).open(subjectId);
  }

  private void resolve(Escalation open) {
    service
        .bean(EscalationDesk.class)
        .resolve(open.id(), "nurse-ana", "advised", null, Optional.empty());
  }
}
