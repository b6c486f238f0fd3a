package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SendTextTaskTest {

  private final DeliveryRooms rooms;
  private final SendTextTask task;

  SendTextTaskTest(TestDatabase database) {
    rooms = DeliveryRooms.on(database);
    task = rooms.bean(SendTextTask.class);
  }

  @BeforeEach
  void forget() {
    rooms.kannel.forget();
    rooms.forgetChanges();
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
        .containsExactly(SendState.SENDING, SendState.ACCEPTED);
  }

  @Test
  void sendsNothingTwiceWhenTheTaskRunsAgain() {
    String id = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
    task.run(id);
    task.run(id);
    assertThat(rooms.kannel.texts()).hasSize(1);
  }

  @Test
  void sendsNothingToANumberThatIsSomebodyElsesByNow() {
    Conversation conversation = rooms.conversation();
    String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Your last A1c was 7.9 %.");
    rooms
        .bean(JdbcClient.class)
        .sql("update phone_number set subject_id = :other where number_hash = :hash")
        .param("other", rooms.conversation().subjectId())
        .param("hash", conversation.numberHash().orElseThrow())
        .update();

    assertThat(task.run(id)).isEqualTo(new Next.Done());

    assertThat(rooms.kannel.texts()).isEmpty();
    assertThat(rooms.state(id)).isEqualTo(SendState.FAILED);
    assertThat(rooms.code(id)).isEqualTo("number-moved");
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
  }

  @Nested
  class WhenNobodyKnowsWhetherEmergencyWordingWentOut {

    @Test
    void endsAfterThreeAttemptsAndAsksForACall() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      for (int attempt = 1; attempt <= 3; attempt++) {
        assertThat(rooms.isToldOf(id)).isFalse();
        rooms.kannel.breakOffNext();
        task.run(id);
      }

      assertThat(rooms.state(id)).isEqualTo(SendState.UNKNOWN);
      assertThat(rooms.isToldOf(id)).isTrue();
      assertThat(task.run(id)).isEqualTo(new Next.Done());
      assertThat(rooms.kannel.texts()).hasSize(3);
    }

    @Test
    void countsProcessesThatDiedOverIt() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      rooms.leaveMarked(id);
      rooms.leaveMarked(id);
      rooms.leaveMarked(id);

      assertThat(task.run(id)).isEqualTo(new Next.Done());

      assertThat(rooms.kannel.texts()).isEmpty();
      assertThat(rooms.state(id)).isEqualTo(SendState.UNKNOWN);
      assertThat(rooms.isToldOf(id)).isTrue();
    }

    @Test
    void isSettledByTheCarriersWordThatItHasIt() {
      String id = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
      rooms.kannel.breakOffNext();
      task.run(id);
      assertThat(rooms.state(id)).isEqualTo(SendState.PENDING);

      boolean moved =
          rooms.bean(DeliveryReports.class).apply(new DeliveryReport(id, DeliveryState.SENT));

      assertThat(moved).isTrue();
      assertThat(rooms.state(id)).isEqualTo(SendState.ACCEPTED);
      assertThat(task.run(id)).isEqualTo(new Next.Done());
      assertThat(rooms.kannel.texts()).hasSize(1);
      assertThat(rooms.isToldOf(id)).isFalse();
    }
  }

  @Test
  void tellsOfALostTextInTheTransactionThatStoresTheLoss() {
    String emergency = rooms.enqueue(rooms.conversation(), SmsPurpose.EMERGENCY, "Call 911 now.");
    String answer = rooms.enqueue(rooms.conversation(), SmsPurpose.ANSWER, "Drink water.");
    OutboxRows rows = rooms.bean(OutboxRows.class);
    for (String id : List.of(emergency, answer)) {
      rooms.bean(Transactions.class).durable(() -> {
        rows.move(id, List.of(SendState.PENDING), SendState.FAILED, "blocked");
        rooms.bean(DeliveryStatePublisher.class).publish(rooms.row(id), SendState.FAILED, "");
        assertThat(rooms.isToldOf(id)).as(id).isEqualTo(id.equals(emergency));
      });
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
      assertThat(rooms.bean(SentTextReader.class).ids(rooms.row(id).numberHash()))
          .containsExactly(id);
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
          .containsExactly(SendState.FAILED, "reported-failed");
    }

    @Test
    void learnsThatTheNumberHasOptedOutWhereTheNetworkSaysSo() {
      var conversation = rooms.conversation();
      String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
      task.run(id);
      rooms
          .bean(DeliveryReports.class)
          .apply(new DeliveryReport(id, DeliveryState.FAILED, "opted-out"));
      assertThat(rooms.code(id)).isEqualTo("opted-out");
      String next = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Rest.");
      assertThat(rooms.state(next)).isEqualTo(SendState.SUPPRESSED);
    }

    @Test
    void passesOverAnOptOutThatIsOlderThanTheLastStart() {
      Conversation conversation = rooms.conversation();
      String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, "Drink water.");
      task.run(id);
      rooms.pass(Duration.ofSeconds(1));
      rooms.optOut(conversation, true);
      rooms.optOut(conversation, false);

      rooms
          .bean(DeliveryReports.class)
          .apply(new DeliveryReport(id, DeliveryState.FAILED, "opted-out"));

      assertThat(rooms.code(id)).isEqualTo("opted-out");
      assertThat(rooms.state(rooms.enqueue(conversation, SmsPurpose.ANSWER, "Rest.")))
          .isEqualTo(SendState.PENDING);
    }

    @Test
    void passesOverATextThatIsNotKnown() {
      assertThat(report("nobody", DeliveryState.DELIVERED)).isFalse();
    }

    private boolean report(String id, DeliveryState state) {
      return rooms.bean(DeliveryReports.class).apply(new DeliveryReport(id, state));
    }
  }

  private double unknown() {
    return rooms.bean(MeterRegistry.class).counter("assistant.delivery.unknown").count();
  }
}
