package org.healthassistant.assistant.conversation;

import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The question that waits for the patient's answer, at most one for each conversation, sealed.
@Component
public class OpenQuestions {

  private final JdbcClient jdbc;
  private final Sealing sealing;

  OpenQuestions(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// That of a conversation; empty where nothing was ever asked in it, or cannot be read
  /// any more.
  public Optional<OpenQuestion> find(String conversationId) {
    return jdbc.sql("select * from symptom_question where conversation_id = :id")
        .param("id", conversationId)
        .query((row, number) -> new OpenQuestion(
            row.getString("message_id"),
            sealing
                .openIfWhole(
                    new Sealed(row.getBytes("state_sealed"), row.getString("key_id")),
                    place(conversationId))
                .orElse(""),
            TimeStamps.read(row, "at")))
        .optional()
        .filter(question -> !question.state().isEmpty());
  }

  /// Keeps how it stands in place of how it stood, in the caller's transaction, which holds the
  /// subject's lock.
  public void keep(Subject subject, String conversationId, OpenQuestion question) {
    Sealed state = sealing.seal(subject, place(conversationId), question.state());
    jdbc.sql("delete from symptom_question where conversation_id = :id")
        .param("id", conversationId)
        .update();
    jdbc.sql("""
        insert into symptom_question (conversation_id, subject_id, message_id, state_sealed, key_id, at)
        values (:id, :subject, :message, :state, :key, :at)
        """)
        .param("id", conversationId)
        .param("subject", subject.id())
        .param("message", question.messageId())
        .param("state", state.bytes())
        .param("key", state.keyId())
        .param("at", TimeStamps.bind(question.at()))
        .update();
  }

  private static AssociatedData place(String conversationId) {
    return new AssociatedData("symptom_question", "state", conversationId);
  }
}
