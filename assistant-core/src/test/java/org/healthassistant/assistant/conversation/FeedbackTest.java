package org.healthassistant.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedbackTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsEveryWordOnAMessageAndSealsWhatIsWritten(TestDatabase database) {
    TestService service = TestService.on(database);
    Subject subject = service.bean(Subjects.class).ensurePatient("feedback-" + Ids.next());
    String message = message(service, subject);
    Feedback feedback = service.bean(Feedback.class);

    feedback.give(subject, message, "down", Optional.of("wrong"), Optional.of("my knee is worse"));
    feedback.give(subject, message, "up", Optional.empty(), Optional.empty());

    JdbcClient jdbc = service.bean(JdbcClient.class);
    assertThat(jdbc.sql("select rating from feedback where message_id = :id order by at, id")
            .param("id", message)
            .query(String.class)
            .list())
        .containsExactly("down", "up");
    byte[] comment =
        jdbc.sql("""
            select comment_sealed from feedback where message_id = :id and rating = 'down'
            """).param("id", message).query((row, n) -> row.getBytes(1)).single();
    assertThat(new String(comment, StandardCharsets.ISO_8859_1)).doesNotContain("knee");
  }

  private static String message(TestService service, Subject subject) {
    Conversation conversation =
        service.bean(Conversations.class).beginWeb(subject.id(), Language.ENGLISH);
    NewMessage asked = NewMessage.ofPatient(
        Ids.next(),
        "a question",
        Optional.empty(),
        new TriageDecision(Level.SELF_CARE, List.of(), List.of(), true, false, "pack"),
        Message.PlannedReply.ANSWER,
        service.bean(RealClock.class).instant());
    return service
        .bean(Transactions.class)
        .durable(() -> service.bean(Messages.class).append(subject, conversation, asked))
        .orElseThrow()
        .id();
  }
}
