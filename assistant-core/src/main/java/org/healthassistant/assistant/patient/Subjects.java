package org.healthassistant.assistant.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds and makes subjects, and locks them.
///
/// **Lock order**: every transaction that touches a subject's messages or escalation locks the
/// subject's row first, by [#lock], and no other row before it.
@Component
public class Subjects {

  private final JdbcClient jdbc;
  private final SubjectKeys keys;
  private final RealClock clock;
  private final Transactions transactions;

  Subjects(JdbcClient jdbc, SubjectKeys keys, RealClock clock, Transactions transactions) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// The subject of that id.
  ///
  /// @throws IllegalStateException if there is none
  public Subject get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no subject has id " + id));
  }

  /// The subject of that id, or empty.
  public Optional<Subject> find(String id) {
    return jdbc.sql("select * from subject where id = :id")
        .param("id", id)
        .query(Subjects::read)
        .optional();
  }

  /// The subjects of these ids, in no order; an id without a subject is left out.
  public List<Subject> findAll(Collection<? extends String> ids) {
    List<Subject> found = new ArrayList<>();
    for (List<String> batch : IdBatches.split(List.copyOf(ids))) {
      found.addAll(jdbc.sql("select * from subject where id in (:ids)")
          .param("ids", batch)
          .query(Subjects::read)
          .list());
    }
    return found;
  }

  /// Hands all rows of a room's tables to another subject, in the caller's transaction.
  ///
  /// @param tables of those that have a `subject_id`
  public void handOver(Set<String> tables, String fromSubjectId, String toSubjectId) {
    for (String table : tables) {
      jdbc.sql("update " + table + " set subject_id = :to where subject_id = :from")
          .param("to", toSubjectId)
          .param("from", fromSubjectId)
          .update();
    }
  }

  /// The subject of a patient of the record, or empty.
  public Optional<Subject> findPatient(String patientId) {
    return jdbc.sql("select * from subject where patient_id = :patient")
        .param("patient", patientId)
        .query(Subjects::read)
        .optional();
  }

  /// The subject of a patient, made where there is none yet. Safe when two callers make the same.
  public Subject ensurePatient(String patientId) {
    return findPatient(patientId).orElseGet(() -> {
      transactions.durable(() -> insert(Ids.next(), Optional.of(patientId)));
      return findPatient(patientId).orElseThrow();
    });
  }

  /// Makes a subject for a number that is nobody's yet. The caller links the number to it.
  Subject createForNumber() {
    String id = Ids.next();
    insert(id, Optional.empty());
    return get(id);
  }

  /// Locks the subject's row until the end of the caller's transaction: the first lock of every
  /// transaction that touches its messages, consents or escalation.
  public void lock(String subjectId) {
    jdbc.sql("select id from subject where id = :id for update")
        .param("id", subjectId)
        .query(String.class)
        .single();
  }

  private void insert(String id, Optional<String> patientId) {
    Instant now = clock.instant();
    String keyId = Ids.next();
    int made = jdbc.sql("""
        insert into subject (id, patient_id, key_id, created_at)
        values (:id, :patient, :key, :at) on conflict do nothing
        """)
        .param("id", id)
        .param("patient", patientId.orElse(null))
        .param("key", keyId)
        .param("at", TimeStamps.bind(now))
        .update();
    if (made == 1) {
      keys.create(keyId, id, now);
    }
  }

  private static Subject read(ResultSet row, int number) throws SQLException {
    return new Subject(
        row.getString("id"),
        Optional.ofNullable(row.getString("patient_id")),
        row.getString("key_id"),
        TimeStamps.read(row, "created_at"));
  }
}
