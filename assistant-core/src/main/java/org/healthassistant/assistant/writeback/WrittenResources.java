package org.healthassistant.assistant.writeback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.writeback.WrittenResource.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of what is written back. Every method runs in the caller's transaction.
@Component
class WrittenResources {

  /// After so long whoever was sending it is dead.
  private static final Duration DEAD = Duration.ofMinutes(5);

  /// What was accepted so long ago should have been written.
  private static final Duration LATE = Duration.ofHours(1);

  private static final int LONGEST_CODE = 80;

  private final JdbcClient jdbc;

  WrittenResources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The resource that tells of something, locked; or empty.
  Optional<WrittenResource> lockAbout(String about) {
    return jdbc.sql("select * from written_resource where about = :about for update")
        .param("about", about)
        .query(WrittenResources::read)
        .optional();
  }

  void insert(String id, String subjectId, String type, String about, Sealed content, Instant now) {
    jdbc.sql("""
        insert into written_resource (id, subject_id, type, about, content_sealed, key_id, version,
          state, tried, server_id, failures, due_at, accepted_at, changed_at)
        values (:id, :subject, :type, :about, :content, :key, 1,
          'PENDING', false, '', 0, :now, :now, :now)
        """)
        .param("id", id)
        .param("subject", subjectId)
        .param("type", type)
        .param("about", about)
        .param("content", content.bytes())
        .param("key", content.keyId())
        .param("now", TimeStamps.bind(now))
        .update();
  }

  /// Gives it another form. One that is being sent at this moment is sent again after it.
  void change(String id, Sealed content, Instant now) {
    jdbc.sql("""
        update written_resource set content_sealed = :content, key_id = :key,
          version = version + 1, failures = 0, due_at = :now, accepted_at = :now, error = null,
          state = case when state in ('SENDING', 'DELETED') then state else 'PENDING' end,
          changed_at = case when state = 'SENDING' then changed_at else :now end
        where id = :id
        """)
        .param("content", content.bytes())
        .param("key", content.keyId())
        .param("now", TimeStamps.bind(now))
        .param("id", id)
        .update();
  }

  void remove(String id) {
    jdbc.sql("delete from written_resource where id = :id").param("id", id).update();
  }

  /// Takes the next of a subject that is due, and marks it as being sent.
  Optional<WrittenResource> claim(String subjectId, Instant now) {
    Optional<WrittenResource> next = jdbc.sql("""
        select * from written_resource
        where subject_id = :subject
          and ((state in ('PENDING', 'REFUSED') and due_at <= :now)
            or (state = 'SENDING' and (changed_at <= :dead or changed_at > :now)))
        order by due_at, accepted_at, id limit 1 for update
        """)
        .param("subject", subjectId)
        .param("now", TimeStamps.bind(now))
        .param("dead", TimeStamps.bind(now.minus(DEAD)))
        .query(WrittenResources::read)
        .optional();
    next.ifPresent(row ->
        jdbc.sql("""
        update written_resource set state = 'SENDING', tried = true, changed_at = :now
        where id = :id
        """).param("now", TimeStamps.bind(now)).param("id", row.id()).update());
    return next;
  }

  /// Stores how an attempt ended; where another form came meanwhile, that one is due now.
  ///
  /// @param code why; empty when all is well
  void conclude(
      WrittenResource sent, State state, String serverId, String code, Instant due, Instant now) {
    jdbc.sql("""
        update written_resource set changed_at = :now, error = nullif(:code, ''),
          server_id = case when :server = '' then server_id else :server end,
          failures = case when version > :version or :code = '' then 0 else failures + 1 end,
          state = case when version > :version and :state <> 'DELETED' then 'PENDING' else :state end,
          due_at = case when version > :version then :now else :due end
        where id = :id and state = 'SENDING'
        """)
        .param("now", TimeStamps.bind(now))
        .param("code", code.substring(0, Math.min(LONGEST_CODE, code.length())))
        .param("server", serverId)
        .param("version", sent.version())
        .param("state", state.name())
        .param("due", TimeStamps.bind(due))
        .param("id", sent.id())
        .update();
  }

  /// When the next of a subject is due; empty: nothing waits.
  Optional<Instant> nextDue(String subjectId) {
    return jdbc
        .sql("""
        select due_at, state, changed_at from written_resource
        where subject_id = :subject and state in ('PENDING', 'REFUSED', 'SENDING')
        """)
        .param("subject", subjectId)
        .query((row, n) -> row.getString("state").equals(State.SENDING.name())
            ? TimeStamps.read(row, "changed_at").plus(DEAD)
            : TimeStamps.read(row, "due_at"))
        .list()
        .stream()
        .min(Instant::compareTo);
  }

  /// The subjects of which something waits.
  List<String> waiting() {
    return jdbc.sql("""
        select distinct subject_id from written_resource
        where state in ('PENDING', 'REFUSED', 'SENDING')
        """).query((row, n) -> row.getString("subject_id")).list();
  }

  /// How many the server does not take, or has not taken in an hour.
  int stuck(Instant now) {
    return jdbc.sql("""
        select count(*) from written_resource
        where state in ('REFUSED', 'GIVEN_UP')
          or (state in ('PENDING', 'SENDING') and accepted_at < :late)
        """)
        .param("late", TimeStamps.bind(now.minus(LATE)))
        .query(Integer.class)
        .single();
  }

  /// All of a subject, in the order in which they were accepted.
  List<WrittenResource> ofSubject(String subjectId) {
    return jdbc.sql("""
        select * from written_resource where subject_id = :subject order by accepted_at, id
        """)
        .param("subject", subjectId)
        .query(WrittenResources::read)
        .list();
  }

  void removeAll(String subjectId) {
    jdbc.sql("delete from written_resource where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }

  private static WrittenResource read(ResultSet row, int number) throws SQLException {
    return new WrittenResource(
        row.getString("id"),
        row.getString("subject_id"),
        row.getString("type"),
        new Sealed(row.getBytes("content_sealed"), row.getString("key_id")),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        row.getBoolean("tried"),
        row.getString("server_id"),
        row.getInt("failures"));
  }
}
