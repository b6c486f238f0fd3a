package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.sms.DeliveryReport;
import org.healthassistant.connector.sms.DeliveryState;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class OutboxTest {

  private final DeliveryRooms rooms;
  private final SendTextTask task;

  OutboxTest(TestDatabase database) {
    rooms = DeliveryRooms.on(database);
    task = rooms.bean(SendTextTask.class);
  }

  @BeforeEach
  void forget() {
    rooms.kannel.forget();
    rooms.forgetChanges();
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
          .containsExactly(Tuple.tuple(SendState.SUPPRESSED, "opted-out"));
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
        Channel.WEB,
        Optional.empty(),
        Optional.empty(),
        Language.ENGLISH,
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

  private long count(String sql) {
    return rooms.bean(JdbcClient.class).sql(sql).query(Long.class).single();
  }
}
