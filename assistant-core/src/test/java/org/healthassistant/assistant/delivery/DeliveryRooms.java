package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.FakeKannel;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.healthassistant.knowledge.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room with those below it on a real database and with a gateway that speaks Kannel, at a
/// time that the test moves. The scheduler is there and stands still: the test runs the tasks.
final class DeliveryRooms {

  private static final Map<TestDatabase, DeliveryRooms> OPEN = new EnumMap<>(TestDatabase.class);

  static final String NUMBER = "+15551230001";
  static final String OWN = "+15559990000";

  final FakeKannel kannel = new FakeKannel();
  private final TestRooms rooms;
  private int numbers;

  private DeliveryRooms(TestDatabase database, Map<String, String> settings) {
    rooms = TestRooms.with("store", "patient", "conversation", "delivery")
        .setting("assistant.sms.provider", "kannel")
        .setting("assistant.sms.kannel.send-url", kannel.sendUrl().toString())
        .setting("assistant.sms.kannel.username", "tester")
        .setting("assistant.sms.kannel.password", "foobar")
        .setting("assistant.sms.kannel.from", OWN)
        .setting("assistant.sms.kannel.inbound-secret", "a secret & more")
        .settings(settings)
        .on(database);
  }

  /// The rooms on that database, one for all tests of the process.
  static synchronized DeliveryRooms on(TestDatabase database) {
    return OPEN.computeIfAbsent(database, each -> new DeliveryRooms(each, Map.of()));
  }

  /// Rooms with these settings, on that database, for one test class.
  static DeliveryRooms with(TestDatabase database, Map<String, String> settings) {
    return new DeliveryRooms(database, settings);
  }

  <T> T bean(Class<T> type) {
    return rooms.bean(type);
  }

  /// A number's conversation that no other test has, in English.
  Conversation conversation() {
    return bean(Transactions.class).durable(() -> {
      var number = bean(PhoneNumbers.class).findOrCreate(nextNumber());
      return bean(Conversations.class)
          .smsThread(number.subjectId(), number.numberHash(), OWN, Language.ENGLISH);
    });
  }

  /// A message of the assistant in the conversation, with a text of that purpose to be sent.
  ///
  /// @return the id of the text
  String enqueue(Conversation conversation, SmsPurpose purpose, String text) {
    return enqueue(conversation, purpose, SmsContent.of(text)).getFirst();
  }

  List<String> enqueue(Conversation conversation, SmsPurpose purpose, SmsContent content) {
    Subject subject = bean(Subjects.class).get(conversation.subjectId());
    String messageId = Ids.next();
    bean(Transactions.class).durable(() -> {
      bean(Messages.class)
          .append(
              subject,
              conversation,
              NewMessage.ofAssistant(messageId, "said", bean(RealClock.class).instant()));
      bean(Outbox.class).enqueue(subject, conversation, messageId, purpose, content);
    });
    return textsOf(messageId);
  }

  List<String> textsOf(String messageId) {
    return bean(JdbcClient.class)
        .sql("select id from outbox where message_id = :message order by id")
        .param("message", messageId)
        .query((row, n) -> row.getString("id"))
        .list();
  }

  OutboxRow row(String id) {
    return bean(OutboxRows.class).find(id).orElseThrow();
  }

  SendState state(String id) {
    return row(id).state();
  }

  String code(String id) {
    return bean(JdbcClient.class)
        .sql("select coalesce(error, '') as code from outbox where id = :id")
        .param("id", id)
        .query((row, n) -> row.getString("code"))
        .single();
  }

  String deliveryOf(String id) {
    return bean(Messages.class)
        .find(row(id).messageId())
        .orElseThrow()
        .delivery()
        .orElse("");
  }

  /// What a process leaves that died after it had set the mark.
  void leaveMarked(String id) {
    bean(Transactions.class).durable(() -> bean(OutboxRows.class).sending(id));
  }

  /// Whether somebody will be told that a text was lost.
  boolean isToldOf(String id) {
    return bean(JdbcClient.class)
            .sql("select count(*) from scheduled_tasks where task_name = :t and task_instance = :i")
            .param("t", LostText.TASK)
            .param("i", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  void optOut(Conversation conversation, boolean out) {
    RealClock clock = bean(RealClock.class);
    PhoneNumbers numbers = bean(PhoneNumbers.class);
    String number = conversation.numberHash().orElseThrow();
    bean(Transactions.class).durable(() -> {
      if (out) {
        numbers.optOut(number, clock.instant());
      } else {
        numbers.optIn(number, clock.instant());
      }
    });
  }

  List<DeliveryChanged> changes() {
    return rooms.published(DeliveryChanged.class);
  }

  void forgetChanges() {
    rooms.forgetPublished();
  }

  void pass(Duration time) {
    rooms.pass(time);
  }

  private String nextNumber() {
    return "+1555" + (1_230_000 + numbers++);
  }
}
