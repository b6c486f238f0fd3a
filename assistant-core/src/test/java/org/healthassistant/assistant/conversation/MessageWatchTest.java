package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class MessageWatchTest {

  /// What a look that failed did not see, the next one sees, however late it comes.
  @Test
  void goesOnFromTheLastLookThatWasDone() throws Exception {
    TestService service = TestService.on(TestDatabase.H2);
    Subject subject = service.bean(Subjects.class).ensurePatient("watch-" + Ids.next());
    Conversation conversation =
        service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
    AtomicReference<Instant> now =
        new AtomicReference<>(service.bean(RealClock.class).instant());
    AtomicBoolean away = new AtomicBoolean(true);
    DataSource database = new DelegatingDataSource(service.bean(DataSource.class)) {
      @Override
      public Connection getConnection() throws SQLException {
        if (away.get()) {
          throw new SQLException("away");
        }
        return super.getConnection();
      }
    };
    TopicSignals signals = new TopicSignals();
    MessageWatch watch =
        new MessageWatch(JdbcClient.create(database), new RealClock(now::get), signals);
    service
        .bean(Transactions.class)
        .durable(() -> service
            .bean(Messages.class)
            .append(
                subject,
                conversation,
                NewMessage.ofProvider(
                    Ids.next(),
                    "nurse-ana",
                    "How are you?",
                    service.bean(RealClock.class).instant())));

    try (var reader = signals.watch(conversation.id())) {
      now.updateAndGet(at -> at.plusSeconds(60));
      assertThatThrownBy(watch::look).isInstanceOf(DataAccessException.class);
      away.set(false);
      watch.look();

      assertThat(reader.await(Duration.ofSeconds(1))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void wakesReadersHereForWhatAnotherInstanceWrote(TestDatabase database) throws Exception {
    TestService service = TestService.on(database);
    Subject subject = service.bean(Subjects.class).ensurePatient("watch-" + Ids.next());
    Conversation conversation =
        service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
    RealClock clock = service.bean(RealClock.class);
    Messages ofAnother = new Messages(
        service.bean(JdbcClient.class),
        service.bean(MessageRow.class),
        service.bean(KeyedHash.class),
        clock,
        service.bean(Transactions.class),
        new TopicSignals());

    try (var watch = service.bean(TopicSignals.class).watch(conversation.id())) {
      Optional<Message> written = service
          .bean(Transactions.class)
          .durable(() -> ofAnother.append(
              subject,
              conversation,
              NewMessage.ofProvider(Ids.next(), "nurse-ana", "How are you?", clock.instant())));

      assertThat(written).isPresent();
      assertThat(watch.await(Duration.ofSeconds(30))).isTrue();
    }
  }
}
