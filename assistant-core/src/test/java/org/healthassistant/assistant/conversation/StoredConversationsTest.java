package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoredConversationsTest extends ConversationsContract {

  private final TestService service;
  private final Conversations conversations;

  StoredConversationsTest(TestDatabase database) {
    service = TestService.on(database);
    conversations = ConversationsAtTime.of(service, clock, new TopicSignals());
  }

  @Test
  void beginsAsManyAsAPatientMayInADayAndInAll() {
    String subject = subject();
    Conversations limited = limited(new ConversationLimits(2, 3));
    assertThat(begun(limited, subject, 3)).isEqualTo(2);
    assertThat(begun(limited, subject(), 3)).as("each patient for itself").isEqualTo(2);

    later(Duration.ofHours(25));
    assertThat(begun(limited, subject, 3)).as("in all").isEqualTo(1);
    assertThat(limited.ofSubject(subject)).hasSize(3);
    assertThat(limited.beginWeb(subject, Language.ENGLISH).id())
        .as("what the service itself begins")
        .isNotBlank();
  }

  @Test
  void countsThoseThatAreAskedForAtOnce() throws Exception {
    String subject = subject();
    Conversations limited = limited(new ConversationLimits(3, 100));
    List<Callable<Boolean>> asked = Collections.nCopies(
        8, () -> limited.beginAsked(subject, Language.ENGLISH, Optional.empty()).isPresent());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(asked);
    }

    assertThat(limited.ofSubject(subject)).hasSize(3);
  }

  private static int begun(Conversations of, String subject, int asked) {
    return (int) IntStream.range(0, asked)
        .filter(i -> of.beginAsked(subject, Language.ENGLISH, Optional.empty()).isPresent())
        .count();
  }

  private Conversations limited(ConversationLimits limits) {
    return ConversationsAtTime.of(service, clock, new TopicSignals(), limits);
  }

  @Override
  Conversations conversations() {
    return conversations;
  }

  @Override
  String subject() {
    return service.bean(Subjects.class).ensurePatient("contract-" + Ids.next()).id();
  }
}
