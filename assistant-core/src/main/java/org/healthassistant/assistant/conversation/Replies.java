package org.healthassistant.assistant.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.knowledge.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The replies, one for each message and purpose.
@Component
public class Replies {

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Messages messages;

  Replies(JdbcClient jdbc, Sealing sealing, Messages messages) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.messages = messages;
  }

  /// Stores a reply and, when it says something, the message the patient reads, in the caller's
  /// transaction, which holds the subject's lock.
  ///
  /// @param text what the patient reads; empty for a silent reply
  /// @return whether it was stored; false when there is one for that message and purpose already
  public boolean store(
      Subject subject, Conversation conversation, Reply reply, Optional<String> text) {
    if (find(reply.messageId(), reply.purpose()).isPresent()) {
      return false;
    }
    text.ifPresent(said -> messages.append(
        subject, conversation, NewMessage.ofAssistant(reply.id(), said, reply.at())));
    Sealed turn = sealing.seal(subject, place(reply.id()), reply.turn());
    jdbc.sql("""
        insert into reply (id, message_id, purpose, reply_message_id, subject_id, action, mode,
          language, release_id, rule_pack_id, turn_sealed, key_id, at)
        values (:id, :message, :purpose, :replyMessage, :subject, :action, :mode,
          :language, :release, :pack, :turn, :key, :at)
        """)
        .param("id", reply.id())
        .param("message", reply.messageId())
        .param("purpose", reply.purpose().name())
        .param("replyMessage", text.isPresent() ? reply.id() : null)
        .param("subject", subject.id())
        .param("action", reply.action())
        .param("mode", reply.mode())
        .param("language", reply.language().tag())
        .param("release", reply.releaseId())
        .param("pack", reply.rulePackId())
        .param("turn", turn.bytes())
        .param("key", turn.keyId())
        .param("at", TimeStamps.bind(reply.at()))
        .update();
    return true;
  }

  /// The reply to a message for a purpose, or empty.
  public Optional<Reply> find(String messageId, Reply.Purpose purpose) {
    return jdbc.sql("select * from reply where message_id = :message and purpose = :purpose")
        .param("message", messageId)
        .param("purpose", purpose.name())
        .query(this::read)
        .optional();
  }

  /// The replies that messages of the assistant belong to, by the ids of these; those without a
  /// reply are left out.
  public Map<String, Reply> ofReplyMessages(Collection<String> replyMessageIds) {
    Map<String, Reply> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(replyMessageIds)) {
      jdbc.sql("select * from reply where reply_message_id in (:messages)")
          .param("messages", batch)
          .query((row, n) -> Map.entry(row.getString("reply_message_id"), read(row, n)))
          .list()
          .forEach(reply -> found.put(reply.getKey(), reply.getValue()));
    }
    return Map.copyOf(found);
  }

  private Reply read(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new Reply(
        id,
        row.getString("message_id"),
        Reply.Purpose.valueOf(row.getString("purpose")),
        row.getString("reply_message_id") != null,
        row.getString("action"),
        row.getString("mode"),
        Language.orFallback(row.getString("language")),
        row.getString("release_id"),
        row.getString("rule_pack_id"),
        sealing
            .openIfWhole(
                new Sealed(row.getBytes("turn_sealed"), row.getString("key_id")), place(id))
            .orElse(""),
        TimeStamps.read(row, "at"));
  }

  private static AssociatedData place(String id) {
    return new AssociatedData("reply", "turn", id);
  }
}
