package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
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
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room with those below it on a real database and with a gateway that speaks Kannel, at a time
/// that the test moves. The scheduler is there and stands still: the test runs the tasks.
final class DeliveryRooms {

  private static final Map<TestDatabase, DeliveryRooms> OPEN = new EnumMap<>(TestDatabase.class);

  static final String NUMBER = "+15551230001";
  static final String OWN = "+15559990000";
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  final FakeKannel kannel = new FakeKannel();
  final ConfigurableApplicationContext context;

  private DeliveryRooms(TestDatabase database) {
    Map<String, Object> settings = new HashMap<>(database.fresh());
    settings.put("assistant.crypto.master-key", MASTER_KEY);
    settings.put("spring.datasource.hikari.connection-timeout", "10000");
    settings.put("assistant.sms.provider", "kannel");
    settings.put("assistant.sms.kannel.send-url", kannel.sendUrl().toString());
    settings.put("assistant.sms.kannel.username", "tester");
    settings.put("assistant.sms.kannel.password", "foobar");
    settings.put("assistant.sms.kannel.from", OWN);
    settings.put("assistant.sms.kannel.inbound-secret", "a secret & more");
    context = new SpringApplicationBuilder(Rooms.class)
        .web(WebApplicationType.NONE)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /// The rooms on that database, one for all tests of the process.
  static synchronized DeliveryRooms on(TestDatabase database) {
    return OPEN.computeIfAbsent(database, DeliveryRooms::new);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// A number's conversation that no other test has, in English.
  Conversation conversation() {
    return bean(Transactions.class).durable(() -> {
      var number = bean(PhoneNumbers.class).findOrCreate(nextNumber());
      return bean(Conversations.class)
          .smsThread(number.subjectId(), number.numberHash(), OWN, "en");
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

  void optOut(Conversation conversation, boolean out) {
    RealClock clock = bean(RealClock.class);
    bean(Transactions.class)
        .durable(() -> bean(PhoneNumbers.class)
            .optOut(conversation.numberHash().orElseThrow(), out ? clock.instant() : null));
  }

  List<DeliveryChanged> changes() {
    return bean(Rooms.Changes.class).seen;
  }

  void pass(Duration time) {
    bean(Rooms.Moving.class).now = bean(Rooms.Moving.class).now.plus(time);
  }

  private String nextNumber() {
    return "+1555" + (1_230_000 + bean(Rooms.Moving.class).numbers++);
  }

  /// Not annotated as a configuration, so that no scan of the whole service finds it.
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan({
    "org.healthassistant.assistant.store",
    "org.healthassistant.assistant.patient",
    "org.healthassistant.assistant.conversation",
    "org.healthassistant.assistant.delivery"
  })
  static class Rooms {

    @Bean
    static BeanDefinitionRegistryPostProcessor standingScheduler() {
      return registry -> removeLifecycle(registry);
    }

    private static void removeLifecycle(BeanDefinitionRegistry registry) {
      registry.removeBeanDefinition("schedulerLifecycle");
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
    io.micrometer.core.instrument.MeterRegistry meters() {
      return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    }

    @Bean
    Changes changes() {
      return new Changes();
    }

    static final class Moving implements InstantSource {
      private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");
      private int numbers;

      @Override
      public Instant instant() {
        return now;
      }
    }

    static final class Changes {
      private final List<DeliveryChanged> seen = new CopyOnWriteArrayList<>();

      @EventListener
      void changed(DeliveryChanged change) {
        seen.add(change);
      }
    }
  }
}
