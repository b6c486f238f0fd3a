package org.healthassistant.assistant.escalation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room with those below it on a real database, at a time that the test moves. The
/// scheduler is there and stands still: the test runs the tasks that are due.
public final class EscalationRooms implements AutoCloseable {

  public static final String ANA = "nurse-ana";
  public static final String BEN = "dr-okafor";
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final ConfigurableApplicationContext context;
  private int people;

  private EscalationRooms(TestDatabase database, Map<String, String> more) {
    Map<String, Object> settings = new HashMap<>(database.fresh());
    settings.put("assistant.crypto.master-key", MASTER_KEY);
    settings.put("assistant.sms.provider", "none");
    settings.putAll(more);
    context = new SpringApplicationBuilder(Rooms.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  public static EscalationRooms on(TestDatabase database, Map<String, String> settings) {
    return new EscalationRooms(database, settings);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// Publishes something to all rooms.
  public void say(Object event) {
    context.publishEvent(event);
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
    Rooms.Moving moving = bean(Rooms.Moving.class);
    moving.now = moving.now.plus(time);
  }

  /// Sets the clock.
  public void at(String instant) {
    at(Instant.parse(instant));
  }

  /// Sets the clock.
  public void at(Instant instant) {
    bean(Rooms.Moving.class).now = instant;
  }

  /// Runs a task of the room, as the scheduler does.
  public Next run(String task, String id) {
    return context.getBeansOfType(TaskHandler.class).values().stream()
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
    context.close();
  }

  /// Not marked as a configuration: the scan of the whole service would take it for one of its
  /// own.
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan(
      basePackages = {
        "org.healthassistant.assistant.settings",
        "org.healthassistant.assistant.store",
        "org.healthassistant.assistant.patient",
        "org.healthassistant.assistant.team",
        "org.healthassistant.assistant.audit",
        "org.healthassistant.assistant.conversation",
        "org.healthassistant.assistant.delivery",
        "org.healthassistant.assistant.escalation"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Rooms.*"))
  static class Rooms {

    @Bean
    static BeanDefinitionRegistryPostProcessor standingScheduler() {
      return registry -> registry.removeBeanDefinition("schedulerLifecycle");
    }

    @Bean
    Moving moving() {
      return new Moving();
    }

    @Bean
    @Primary
    RealClock movedClock(Moving moving) {
      return new RealClock(moving);
    }

    @Bean
    FixedWording fixedWording() {
      return FixedWording.forRegion("US");
    }

    @Bean
    MeterRegistry meters() {
      return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    }

    static final class Moving implements InstantSource {
      private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

      @Override
      public Instant instant() {
        return now;
      }
    }
  }
}
