package org.healthassistant.assistant.escalation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.EventKind;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what people of the care team wrote to the patients of open escalations.
///
/// Whether a patient has seen a message is the conversation's to say.
@Component
public class WrittenReplies {

  private final JdbcClient jdbc;

  WrittenReplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of every open escalation, in no order.
  public List<WrittenReply> ofOpen() {
    return read("");
  }

  /// Those of one escalation; empty when it is resolved, or there is none.
  public List<WrittenReply> ofOpen(String escalationId) {
    return read(escalationId);
  }

  private List<WrittenReply> read(String id) {
    return jdbc.sql("""
        select e.id, e.level, e.contacted_at, v.message_id
        from escalation e
          join escalation_event v on v.escalation_id = e.id and v.kind = :replied
        where e.open_subject is not null and (:id = '' or e.id = :id)
          and v.message_id is not null
        """)
        .param("replied", EventKind.REPLIED.code())
        .param("id", id)
        .query(WrittenReplies::reply)
        .list();
  }

  private static WrittenReply reply(ResultSet row, int number) throws SQLException {
    return new WrittenReply(
        row.getString("id"),
        Level.valueOf(row.getString("level")),
        row.getString("message_id"),
        Optional.ofNullable(TimeStamps.readNullable(row, "contacted_at")));
  }
}
