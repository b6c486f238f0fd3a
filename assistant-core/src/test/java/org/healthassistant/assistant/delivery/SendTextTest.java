package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SendTextTest {

  private static final Map<TestDatabase, DeliveryRooms> STARTED =
      new java.util.EnumMap<>(TestDatabase.class);

  private final DeliveryRooms rooms;
  private final SendText task;

  SendTextTest(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(database, DeliveryRooms::on);
    task = rooms.bean(SendText.class);
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(DeliveryRooms::close);
    STARTED.clear();
  }

  @BeforeEach
  void forget() {
    rooms.kannel.forget();
    rooms.changes().clear();
  }

  @AfterEach
  void leavesNoTextBetweenStates() {
    rooms
        .bean(JdbcClient.class)
        .sql("update outbox set state = 'FAILED' where state = 'PENDING'")
        .update();
  }

  @Test
  void sendsATextAndKeepsThatTheGatewayTookIt() {
    Conversation conversation = rooms.conversation();
    String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water. ¿Sí?");
    assertThat(rooms.deliveryOf(id)).isEqualTo("PENDING");

    assertThat(task.run(id)).isEqualTo(new Next.Done());

    assertThat(rooms.kannel.texts()).hasSize(1);
    Map<String, String> sent = rooms.kannel.texts().getFirst();
    assertThat(sent)
        .containsEntry("text", "Drink water. ¿Sí?")
        .containsEntry("from", DeliveryRooms.OWN)
        .containsEntry("coding", "2");
    assertThat(sent.get("dlr-url"))
        .contains("id=" + id, "secret=a%%20secret%%20%%26%%20more", "type=%d");
    assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
    assertThat(rooms.deliveryOf(id)).isEqualTo("ACCEPTED");
    assertThat(rooms.changes())
        .extracting(DeliveryChanged::state)
        .containsExactly("SENDING", "ACCEPTED");
  }

  @Test
  void sendsNothingTwiceWhenTheTaskRunsAgain() {
    String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
    task.run(id);
    task.run(id);
    assertThat(rooms.kannel.texts()).hasSize(1);
  }

  @Test
  void storesATextOnceForMessageAndPurpose() {
    Conversation conversation = rooms.conversation();
    String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
    String message = rooms.row(id).messageId();
    var subject = rooms.bean(Subjects.class).get(conversation.subjectId());
    rooms
        .bean(Outbox.class)
        .enqueue(
            subject, conversation, message, SmsPurpose.ANSWER, SmsContent.of("Something else."));
    assertThat(rooms.textsOf(message)).containsExactly(id);
  }

  @Test
  void storesAndSchedulesNothingWhenTheCallerRollsBack() {
    Conversation conversation = rooms.conversation();
    assertThatThrownBy(() -> rooms.bean(Transactions.class).durable(() -> {
          rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
          throw new IllegalStateException("the caller changed its mind");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count(
            "select count(*) from outbox where conversation_id = '" + conversation.id() + "'"))
        .isZero();
    assertThat(count("select count(*) from scheduled_tasks t where not exists"
            + " (select 1 from outbox o where o.id = t.task_instance)"))
        .isZero();
  }

  @Nested
  class WhenAProcessDiedAfterItSetTheMark {

    @Test
    void doesNotSendAnOrdinaryTextAgainAndSoundsTheAlarm() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      rooms.leaveMarked(id);
      double before = unknown();

      assertThat(task.run(id)).isEqualTo(new Next.Done());
      task.run(id);

      assertThat(rooms.kannel.texts()).isEmpty();
      assertThat(rooms.state(id)).isEqualTo(SendState.UNKNOWN);
      assertThat(rooms.code(id)).isEqualTo("died-while-sending");
      assertThat(rooms.deliveryOf(id)).isEqualTo("UNKNOWN");
      assertThat(unknown()).isEqualTo(before + 1);
    }

    @Test
    void sendsEmergencyWordingAgain() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      rooms.leaveMarked(id);
      task.run(id);
      assertThat(rooms.kannel.texts()).hasSize(1);
      assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
      assertThat(rooms.row(id).attempts()).isEqualTo(2);
    }
  }

  @Nested
  class WhenTheNumberHasOptedOut {

    @Test
    void keepsBackAllButEmergencyWordingAndOneConfirmation() {
      Conversation conversation = rooms.conversation();
      rooms.optOut(conversation, true);
      for (SmsPurpose purpose : SmsPurpose.values()) {
        task.run(rooms.enqueue(conversation, purpose, purpose.name()));
      }
      task.run(rooms.enqueue(conversation, SmsPurpose.OPT_OUT_CONFIRMATION, "again"));
      assertThat(rooms.kannel.texts())
          .extracting(text -> text.get("text"))
          .containsExactly("EMERGENCY", "OPT_OUT_CONFIRMATION");
    }

    @Test
    void tellsThatATextWasKeptBack() {
      Conversation conversation = rooms.conversation();
      rooms.optOut(conversation, true);
      String id = rooms.enqueue(conversation, SmsPurpose.PROVIDER, "Please call us.");
      assertThat(rooms.deliveryOf(id)).isEqualTo("SUPPRESSED");
      assertThat(rooms.changes())
          .extracting(DeliveryChanged::state, DeliveryChanged::code)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("SUPPRESSED", "opted-out"));
    }

    @Test
    void keepsBackWhatWasWaitingAlready() {
      Conversation conversation = rooms.conversation();
      String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
      rooms.optOut(conversation, true);
      task.run(id);
      assertThat(rooms.kannel.texts()).isEmpty();
      assertThat(rooms.state(id)).isEqualTo(SendState.SUPPRESSED);
    }

    @Test
    void confirmsALaterOptOutAgainOnceTextsWereWelcomeInBetween() {
      Conversation conversation = rooms.conversation();
      rooms.optOut(conversation, true);
      task.run(rooms.enqueue(conversation, SmsPurpose.OPT_OUT_CONFIRMATION, "no more"));
      rooms.optOut(conversation, false);
      task.run(rooms.enqueue(conversation, SmsPurpose.KEYWORD, "welcome back"));
      rooms.optOut(conversation, true);
      task.run(rooms.enqueue(conversation, SmsPurpose.OPT_OUT_CONFIRMATION, "no more"));
      assertThat(rooms.kannel.texts())
          .extracting(text -> text.get("text"))
          .containsExactly("no more", "welcome back", "no more");
    }
  }

  @Nested
  class WhenTheGatewayDoesNotTakeIt {

    @Test
    void triesAgainAfterPausesThatGrow() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      for (int seconds : new int[] {1, 5, 30, 60, 60}) {
        rooms.kannel.answerNext(503, "Temporal failure, try again later.");
        Instant now = rooms.bean(RealClock.class).instant();
        assertThat(task.run(id)).isEqualTo(new Next.Again(now.plusSeconds(seconds)));
        assertThat(rooms.state(id)).isEqualTo(SendState.PENDING);
      }
      task.run(id);
      assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
      assertThat(rooms.code(id)).isEmpty();
    }

    @Test
    void failsARefusedTextWithTheReason() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      rooms.kannel.answerNext(403, "Authorization failed for sendsms");
      assertThat(task.run(id)).isEqualTo(new Next.Done());
      assertThat(rooms.state(id)).isEqualTo(SendState.FAILED);
      assertThat(rooms.changes().getLast().code()).isEqualTo("auth-failed");
    }

    @Test
    void leavesOpenWhetherAnOrdinaryTextWentOutWhenTheConnectionBroke() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      rooms.kannel.breakOffNext();
      assertThat(task.run(id)).isEqualTo(new Next.Done());
      assertThat(rooms.state(id)).isEqualTo(SendState.UNKNOWN);
      task.run(id);
      assertThat(rooms.kannel.texts()).hasSize(1);
    }

    @Test
    void sendsEmergencyWordingAgainWhenTheConnectionBroke() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      rooms.kannel.breakOffNext();
      assertThat(task.run(id)).isInstanceOf(Next.Again.class);
      task.run(id);
      assertThat(rooms.kannel.texts()).hasSize(2);
      assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
    }

    @Test
    void isUnwellWhileATextWaitsForMoreThanTenSeconds() {
      OutboxHealth health = rooms.bean(OutboxHealth.class);
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      rooms.pass(Duration.ofSeconds(11));
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
  }

  @Nested
  class WhenTheGatewayReports {

    @Test
    void movesATextOnlyForward() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      assertThat(report(id, DeliveryState.FAILED)).isFalse();
      task.run(id);
      assertThat(report(id, DeliveryState.SENT)).isFalse();
      assertThat(report(id, DeliveryState.DELIVERED)).isTrue();
      assertThat(report(id, DeliveryState.SENT)).isFalse();
      assertThat(report(id, DeliveryState.FAILED)).isFalse();
      assertThat(report(id, DeliveryState.DELIVERED)).isFalse();
      assertThat(rooms.state(id)).isEqualTo(SendState.DELIVERED);
      assertThat(rooms.deliveryOf(id)).isEqualTo("DELIVERED");
    }

    @Test
    void keepsAReportThatComesBeforeTheAnswerToTheSending() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      rooms.leaveMarked(id);
      assertThat(report(id, DeliveryState.DELIVERED)).isTrue();
      assertThat(task.run(id)).isEqualTo(new Next.Done());
      assertThat(rooms.state(id)).isEqualTo(SendState.DELIVERED);
      assertThat(rooms.bean(SentTexts.class).ids(rooms.row(id).numberHash())).containsExactly(id);
    }

    @Test
    void learnsThatAnUnknownTextArrivedAfterAll() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
      rooms.leaveMarked(id);
      task.run(id);
      assertThat(report(id, DeliveryState.SENT)).isTrue();
      assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
    }

    @Test
    void failsATextThatTheNetworkRejected() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      task.run(id);
      assertThat(report(id, DeliveryState.FAILED)).isTrue();
      assertThat(rooms.changes().getLast())
          .extracting(DeliveryChanged::state, DeliveryChanged::code)
          .containsExactly("FAILED", "reported-failed");
    }

    @Test
    void passesOverATextThatIsNotKnown() {
      assertThat(report("nobody", DeliveryState.DELIVERED)).isFalse();
    }

    private boolean report(String id, DeliveryState state) {
      return rooms.bean(DeliveryReports.class).apply(new DeliveryReport(id, state));
    }
  }

  @Test
  void textsARefusalAtMostOnceAnHourAndKeepsItAsAMessage() {
    Conversation conversation = rooms.conversation();
    assertThat(refuse(conversation)).isTrue();
    rooms.pass(Duration.ofMinutes(59));
    assertThat(refuse(conversation)).isFalse();
    rooms.pass(Duration.ofMinutes(1));
    assertThat(refuse(conversation)).isTrue();
    assertThat(rooms.bean(Messages.class).after(conversation.id(), 0, 10)).hasSize(2);
    rooms.pass(Duration.ofHours(2));
    rooms.optOut(conversation, true);
    assertThat(refuse(conversation)).isFalse();
  }

  @Test
  void sendsTheFurtherTextsOfALongWordOfAProviderInOrder() {
    String words = "Tome su medicina después del desayuno. ".repeat(40).strip();
    List<String> ids =
        rooms.enqueue(rooms.conversation(), SmsPurpose.PROVIDER, SmsContent.of(words));
    assertThat(ids).hasSizeGreaterThan(1);

    assertThat(task.run(ids.getLast())).isInstanceOf(Next.Again.class);
    ids.forEach(task::run);

    assertThat(String.join(
            " ", rooms.kannel.texts().stream().map(t -> t.get("text")).toList()))
        .isEqualTo(words);
    assertThat(rooms.deliveryOf(ids.getFirst())).isEqualTo("ACCEPTED");
    rooms
        .bean(DeliveryReports.class)
        .apply(new DeliveryReport(ids.getLast(), DeliveryState.DELIVERED));
    assertThat(rooms.deliveryOf(ids.getFirst())).isEqualTo("ACCEPTED");
  }

  @Test
  void takesNoTextForAConversationByWeb() {
    Conversation web = new Conversation(
        "c1",
        "s1",
        org.healthassistant.assistant.conversation.Channel.WEB,
        Optional.empty(),
        Optional.empty(),
        "en",
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty());
    var subject = rooms.bean(Subjects.class).get(rooms.conversation().subjectId());
    assertThatThrownBy(() -> rooms
            .bean(Outbox.class)
            .enqueue(subject, web, "m1", SmsPurpose.ANSWER, SmsContent.of("Drink water.")))
        .hasMessageContaining("c1");
  }

  @Test
  void exportsTextsHandsThemOverAndForgetsWhatWaits() {
    Conversation conversation = rooms.conversation();
    String sent = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
    task.run(sent);
    String waiting = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Rest.");
    PersonalData data = rooms.bean(DeliveryData.class);
    assertThat(data.export(conversation.subjectId()).get("texts.json"))
        .contains("Drink water.", "ACCEPTED");

    String other = rooms.conversation().subjectId();
    data.link(conversation.subjectId(), other);
    assertThat(data.export(conversation.subjectId())).isEmpty();
    assertThat(data.export(other)).isNotEmpty();

    data.erase(other);
    task.run(waiting);
    assertThat(rooms.kannel.texts()).hasSize(1);
    assertThat(rooms.state(waiting)).isEqualTo(SendState.FAILED);
  }

  private boolean refuse(Conversation conversation) {
    return rooms
        .bean(Transactions.class)
        .durable(() -> rooms
            .bean(Outbox.class)
            .refusal(
                rooms.bean(Subjects.class).get(conversation.subjectId()),
                conversation,
                "Please send it again."));
  }

  private double unknown() {
    return rooms.bean(MeterRegistry.class).counter("assistant.delivery.unknown").count();
  }

  private long count(String sql) {
    return rooms.bean(JdbcClient.class).sql(sql).query(Long.class).single();
  }
}
