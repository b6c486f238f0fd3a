package org.healthassistant.assistant.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.escalation.paging.Page;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room with those below it on a real database, at a time that the test moves. The
/// scheduler is there and stands still: the test runs the tasks that are due.
public final class EscalationRooms implements AutoCloseable {

  public static final String ANA = "nurse-ana";
  public static final String BEN = "dr-okafor";

  private static final List<String> ROOMS =
      List.of("store", "patient", "team", "audit", "conversation", "delivery", "escalation");

  private final TestRooms rooms;
  private int people;

  private EscalationRooms(TestDatabase database, Map<String, String> more, String... further) {
    rooms = TestRooms.with(
            Stream.concat(ROOMS.stream(), Arrays.stream(further)).toArray(String[]::new))
        .bean(FixedWording.class, () -> FixedWording.forRegion("US", new PatientWords()::group))
        .settings(more)
        .on(database);
  }

  /// Starts them, and further rooms by their names.
  public static EscalationRooms on(
      TestDatabase database, Map<String, String> settings, String... further) {
    return new EscalationRooms(database, settings, further);
  }

  public <T> T bean(Class<T> type) {
    return rooms.bean(type);
  }

  /// Publishes something to all rooms.
  public void say(Object event) {
    rooms.publish(event);
  }

  public EscalationDesk desk() {
    return bean(EscalationDesk.class);
  }

  /// A new patient's conversation.
  public Conversation conversation() {
    Subject subject = bean(Subjects.class).ensurePatient("patient-" + people++);
    return bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
  }

  /// A message of that level, as the corridor stores it.
  public Escalation write(Conversation conversation, Level level, String category) {
    Subject subject = bean(Subjects.class).get(conversation.subjectId());
    TriageDecision decision =
        new TriageDecision(level, List.of(category), List.of(), true, false, "pack");
    return bean(Transactions.class).durable(() -> {
      bean(Subjects.class).lock(subject.id());
      Message message = bean(Messages.class)
          .append(
              subject,
              conversation,
              NewMessage.ofPatient(
                  Ids.next(),
                  "it hurts",
                  Optional.empty(),
                  decision,
                  Message.PlannedReply.ANSWER,
                  now()))
          .orElseThrow();
      return bean(Escalations.class).openOrRaise(subject, message, decision, false);
    });
  }

  /// A message of that level that its gateway took at some time, as the corridor stores it with
  /// what follows.
  ///
  /// @return the message
  public Message receive(Conversation conversation, Level level, Instant writtenAt) {
    Subject subject = bean(Subjects.class).get(conversation.subjectId());
    TriageDecision decision =
        new TriageDecision(level, List.of("chest-pain"), List.of(), true, false, "pack");
    return bean(Transactions.class).durable(() -> {
      bean(Subjects.class).lock(subject.id());
      NewMessage written = NewMessage.ofPatient(
              Ids.next(), "ok", Optional.empty(), decision, Message.PlannedReply.ANSWER, now())
          .writtenAt(writtenAt);
      Message message =
          bean(Messages.class).append(subject, conversation, written).orElseThrow();
      bean(Escalations.class).patientWrote(message);
      if (level.atLeast(Level.ROUTINE)) {
        bean(Escalations.class).openOrRaise(subject, message, decision, false);
      }
      return message;
    });
  }

  public Escalation emergency() {
    return write(conversation(), Level.EMERGENCY, "chest-pain");
  }

  public Escalation find(Escalation escalation) {
    return bean(Escalations.class).find(escalation.id()).orElseThrow();
  }

  public List<String> history(Escalation escalation) {
    return bean(Escalations.class).history(escalation.id()).stream()
        .map(event -> event.kind().code())
        .toList();
  }

  public Instant now() {
    return bean(RealClock.class).instant();
  }

  public void pass(Duration time) {
    rooms.pass(time);
  }

  /// Sets the clock.
  public void at(String instant) {
    at(Instant.parse(instant));
  }

  /// Sets the clock.
  public void at(Instant instant) {
    rooms.at(instant);
  }

  /// Runs a task of the room, as the scheduler does.
  public Next run(String task, String id) {
    return rooms.beans(TaskHandler.class).stream()
        .filter(handler -> handler.name().equals(task))
        .findFirst()
        .orElseThrow()
        .run(id);
  }

  /// Runs the pager for an escalation's present round.
  public Next page(Escalation escalation) {
    return run(EscalationTasks.PAGE_STEP, RoundId.of(find(escalation)).key());
  }

  /// The keys of all pages of an escalation, in order.
  public List<String> pages(Escalation escalation) {
    return bean(JdbcClient.class)
        .sql("select page_key from page where escalation_id = :id order by page_key")
        .param("id", escalation.id())
        .query((row, number) -> row.getString("page_key"))
        .list();
  }

  /// Sends every page that is not at its end.
  public List<Next> send(Escalation escalation) {
    return pages(escalation).stream()
        .map(key -> run(EscalationTasks.SEND_PAGE, key))
        .toList();
  }

  public Page.State state(String pageKey) {
    return bean(JdbcClient.class)
        .sql("select state from page where page_key = :key")
        .param("key", pageKey)
        .query((row, number) -> Page.State.valueOf(row.getString("state")))
        .single();
  }

  /// Whether a task of that name and id is scheduled.
  public boolean isScheduled(String task, String id) {
    return bean(JdbcClient.class)
            .sql("select count(*) from scheduled_tasks where task_name = :t and task_instance = :i")
            .param("t", task)
            .param("i", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /// A text of emergency wording that was refused.
  ///
  /// @return its id
  String lostText(Escalation escalation) {
    String id = Ids.next();
    bean(JdbcClient.class)
        .sql("""
            insert into outbox (id, send_key, subject_id, conversation_id, message_id, number_hash,
              purpose, own_number, text_sealed, key_id, state, attempts, error, created_at, changed_at)
            values (:id, :id, :subject, :conversation, :message, 'hash',
              'EMERGENCY', '+15559990000', :text, 'key', 'FAILED', 1, 'blocked', :at, :at)
            """)
        .param("id", id)
        .param("subject", escalation.subjectId())
        .param("conversation", escalation.conversationId())
        .param("message", escalation.messageId())
        .param("text", new byte[0])
        .param("at", TimeStamps.bind(now()))
        .update();
    return id;
  }

  /// Takes an escalation out of the tables; what it was about stays.
  void forget(Escalation escalation) {
    JdbcClient jdbc = bean(JdbcClient.class);
    for (String of : List.of("escalation_event where escalation_id", "escalation where id")) {
      jdbc.sql("delete from " + of + " = :id").param("id", escalation.id()).update();
    }
  }

  /// Closes every escalation, and drops every page, text and task.
  public void reset() {
    JdbcClient jdbc = bean(JdbcClient.class);
    jdbc.sql("update escalation set state = 'RESOLVED', open_subject = null").update();
    for (String table : List.of("outbox", "page", "scheduled_tasks")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Override
  public void close() {
    rooms.close();
  }
}
