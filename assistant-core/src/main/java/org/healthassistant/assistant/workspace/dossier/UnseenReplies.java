package org.healthassistant.assistant.workspace.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.workspace.frame.WorkspaceSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds replies of providers that the patient has not seen for so long that somebody has to
/// call.
///
/// A reply waits until it was seen, until the patient has written again in its conversation, or
/// until contact was made otherwise. A text on a phone is never known to be seen, so it waits for
/// an answer. Reads times and ids alone, no words.
@Component
public class UnseenReplies {

  private final JdbcClient jdbc;
  private final WorkspaceSettings settings;
  private final RealClock clock;

  UnseenReplies(JdbcClient jdbc, WorkspaceSettings settings, RealClock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /// The unresolved escalations that ask for a call now, each with when its oldest unseen reply
  /// was written.
  public Map<String, Instant> overdue() {
    return overdue("");
  }

  /// When the oldest unseen reply of an escalation was written, if it asks for a call now.
  public Optional<Instant> overdueOf(String escalationId) {
    return Optional.ofNullable(overdue(escalationId).get(escalationId));
  }

  /// @param id one escalation's; empty: all
  private Map<String, Instant> overdue(String id) {
    Instant now = clock.instant();
    Map<String, Instant> found = new HashMap<>();
    for (Unseen unseen : unseen(id)) {
      if (settings.asksForCall(unseen.level(), unseen.since(), now)) {
        found.put(unseen.escalationId(), unseen.since());
      }
    }
    return Map.copyOf(found);
  }

  private List<Unseen> unseen(String id) {
    return jdbc.sql("""
        select e.id, e.level, min(m.at) as since
        from escalation e
          join escalation_event v on v.escalation_id = e.id and v.kind = 'replied'
          join message m on m.id = v.message_id
        where e.state in ('OPEN', 'NOTIFIED', 'ACKNOWLEDGED') and (:id = '' or e.id = :id)
          and m.seen_at is null and (e.contacted_at is null or e.contacted_at < m.at)
          and not exists (select 1 from message p where p.conversation_id = m.conversation_id
            and p.author = 'patient' and p.seq > m.seq)
        group by e.id, e.level
        """)
        .param("id", id)
        .query((row, n) -> new Unseen(
            row.getString("id"),
            Level.valueOf(row.getString("level")),
            TimeStamps.read(row, "since")))
        .list();
  }

  private record Unseen(String escalationId, Level level, Instant since) {}
}
