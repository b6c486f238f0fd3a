package org.healthassistant.assistant.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Appends what happened, in the caller's transaction; nothing is ever changed or removed.
@Component
public class Audit {

  private final JdbcClient jdbc;
  private final RealClock clock;

  Audit(JdbcClient jdbc, RealClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Appends one event.
  ///
  /// @param subjectId whom it concerns; empty: nobody in particular
  /// @param detail ids and codes, at most 400 characters; never a text of a patient
  public void append(
      Actor actor, String action, Optional<String> subjectId, ObjectRef object, String detail) {
    jdbc.sql("""
        insert into audit_event
          (id, at, actor_kind, actor, action, subject_id, object_kind, object_id, detail)
        values (:id, :at, :kind, :actor, :action, :subject, :okind, :oid, :detail)
        """)
        .param("id", Ids.next())
        .param("at", TimeStamps.bind(clock.instant()))
        .param("kind", actor.kind())
        .param("actor", actor.id())
        .param("action", action)
        .param("subject", subjectId.orElse(null))
        .param("okind", object.kind())
        .param("oid", object.id())
        .param("detail", detail)
        .update();
  }

  /// The events of one action about a subject, newest first, at most 500.
  public List<Event> about(String subjectId, String action) {
    return jdbc.sql("""
        select * from audit_event where subject_id = :subject and action = :action
        order by at desc, id desc limit 500
        """)
        .param("subject", subjectId)
        .param("action", action)
        .query((row, n) -> new Event(
            TimeStamps.read(row, "at"),
            new Actor(row.getString("actor_kind"), row.getString("actor")),
            row.getString("action"),
            new ObjectRef(row.getString("object_kind"), row.getString("object_id")),
            row.getString("detail")))
        .list();
  }

  /// Who did it.
  ///
  /// @param kind `patient`, `proxy`, `provider`, `assistant` or `system`
  public record Actor(String kind, String id) {
    /// The assistant itself.
    public static final Actor ASSISTANT = new Actor("assistant", "assistant");

    /// The service: timers and channels.
    public static final Actor SYSTEM = new Actor("system", "system");

    /// A provider of the care team.
    public static Actor provider(String id) {
      return new Actor("provider", id);
    }

    /// A person who acts for a patient.
    public static Actor proxy(String id) {
      return new Actor("proxy", id);
    }

    /// A patient, by the record's id or the subject's.
    public static Actor patient(String id) {
      return new Actor("patient", id);
    }
  }

  /// What it was done to.
  public record ObjectRef(String kind, String id) {}

  /// One event as kept.
  public record Event(Instant at, Actor actor, String action, ObjectRef object, String detail) {}
}
