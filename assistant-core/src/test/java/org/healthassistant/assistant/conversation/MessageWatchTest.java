package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MessageWatchTest {

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
