package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Replies by text end: two machines stop talking, and nobody makes the clinic pay without bound.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TextLimitsTest {

  private static final Map<TestDatabase, DeliveryRooms> ROOMS = new EnumMap<>(TestDatabase.class);

  private static final Map<String, String> LIMITS = Map.of(
      "assistant.sms.limits.same-reply-a-day", "3",
      "assistant.sms.limits.same-text-an-hour", "4",
      "assistant.sms.limits.unlinked-a-day", "6",
      "assistant.sms.limits.all-a-day", "9");

  private final DeliveryRooms rooms;

  TextLimitsTest(TestDatabase database) {
    rooms = ROOMS.computeIfAbsent(database, each -> DeliveryRooms.with(each, LIMITS));
  }

  @BeforeEach
  void anotherDay() {
    rooms.pass(Duration.ofDays(2));
  }

  @Test
  void sendsTheSameReplyToANumberSoOftenADayAndNoMore() {
    Conversation conversation = rooms.conversation();
    double before = counted("held/same-reply");
    for (int time = 0; time < 3; time++) {
      assertThat(reply(conversation, "I did not find that.")).isEmpty();
    }
    assertThat(reply(conversation, "I did not find that.")).contains("held/same-reply");
    assertThat(counted("held/same-reply")).isEqualTo(before + 1);
    assertThat(reply(conversation, "Drink water.")).as("another reply").isEmpty();
    assertThat(reply(rooms.conversation(), "I did not find that."))
        .as("another number")
        .isEmpty();

    rooms.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(reply(conversation, "I did not find that.")).as("another day").isEmpty();
  }

  @Test
  void doesNotReplyToANumberThatWritesTheSameAgainAndAgain() {
    Conversation conversation = rooms.conversation();
    for (int time = 0; time < 3; time++) {
      write(conversation, "Your ticket was received.");
      assertThat(reply(conversation, "Reply " + time)).isEmpty();
    }
    write(conversation, "Your ticket was received.");
    assertThat(reply(conversation, "Reply 3")).contains("held/same-text");

    write(conversation, "Sorry, that was my phone.");
    assertThat(reply(conversation, "Reply 4")).as("a person again").isEmpty();
    rooms.pass(Duration.ofHours(1).plusSeconds(1));
    write(conversation, "Your ticket was received.");
    assertThat(reply(conversation, "Reply 5")).as("an hour later").isEmpty();
  }

  @Test
  void spendsOnStrangersAndOnAllNoMoreThanTheirBudgets() {
    List<Optional<String>> toStrangers = IntStream.range(0, 7)
        .mapToObj(n -> reply(rooms.conversation(), "Hello " + n))
        .toList();
    assertThat(toStrangers.subList(0, 6)).allMatch(Optional::isEmpty);
    assertThat(toStrangers.getLast()).contains("held/unlinked");

    Conversation patients = linked();
    for (int n = 0; n < 3; n++) {
      assertThat(reply(patients, "Answer " + n))
          .as("strangers take no patient's")
          .isEmpty();
    }
    assertThat(reply(patients, "Answer 3")).contains("held/all");

    rooms.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(reply(patients, "Answer 4")).isEmpty();
    assertThat(reply(rooms.conversation(), "Hello again")).isEmpty();
  }

  @Test
  void neverHoldsBackWhatMustNotWaitOrAPersonWrote() {
    Conversation conversation = rooms.conversation();
    for (int time = 0; time < 12; time++) {
      write(conversation, "my chest hurts");
      for (SmsPurpose purpose : List.of(
          SmsPurpose.EMERGENCY,
          SmsPurpose.URGENT,
          SmsPurpose.RAISE,
          SmsPurpose.NOTICE,
          SmsPurpose.PROVIDER)) {
        String id = rooms.enqueue(conversation, purpose, "Call 911 now.");
        assertThat(rooms.state(id)).as(purpose.name()).isEqualTo(SendState.PENDING);
      }
    }
    assertThat(reply(rooms.conversation(), "Drink water.")).contains("held/unlinked");
  }

  @Test
  void keepsWhatWasHeldBackAsSuppressedAndSendsItNever() {
    Conversation conversation = rooms.conversation();
    for (int time = 0; time < 3; time++) {
      reply(conversation, "I did not find that.");
    }
    String held = rooms.enqueue(conversation, SmsPurpose.ANSWER, "I did not find that.");
    rooms.bean(SendTextTask.class).run(held);

    assertThat(rooms.state(held)).isEqualTo(SendState.SUPPRESSED);
    assertThat(rooms.deliveryOf(held)).isEqualTo("SUPPRESSED");
  }

  /// Why a reply does not go; empty: it waits to be sent.
  private Optional<String> reply(Conversation conversation, String text) {
    String id = rooms.enqueue(conversation, SmsPurpose.ANSWER, text);
    return Optional.of(rooms.code(id)).filter(code -> !code.isEmpty());
  }

  private void write(Conversation conversation, String text) {
    rooms
        .bean(Transactions.class)
        .durable(() -> rooms
            .bean(Messages.class)
            .append(
                rooms.bean(Subjects.class).get(conversation.subjectId()),
                conversation,
                NewMessage.ofPatient(
                    Ids.next(),
                    text,
                    Optional.empty(),
                    new TriageDecision(
                        Level.SELF_CARE, List.of(), List.of(), true, false, "test-pack"),
                    Message.PlannedReply.ANSWER,
                    rooms.bean(RealClock.class).instant())));
  }

  private Conversation linked() {
    Conversation conversation = rooms.conversation();
    rooms
        .bean(JdbcClient.class)
        .sql("update phone_number set linked = true where number_hash = :number")
        .param("number", conversation.numberHash().orElseThrow())
        .update();
    return conversation;
  }

  private double counted(String why) {
    return rooms
        .bean(MeterRegistry.class)
        .counter("assistant.delivery.held", "why", why)
        .count();
  }
}
