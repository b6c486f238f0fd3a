package org.healthassistant.assistant.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.risk.TimedRisk;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.connector.record.PatientRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of the sealed copies: one row a subject, the record and its risk facts as JSON, each
/// sealed apart, so that the screen opens the small one only.
@Component
class RecordStore {

  private static final String TABLE = "record_snapshot";

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final KeyedHash hash;
  private final RealClock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  RecordStore(JdbcClient jdbc, Sealing sealing, KeyedHash hash, RealClock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.hash = hash;
    this.clock = clock;
  }

  /// The record of a subject; empty when there is no copy or the subject was erased.
  Optional<PatientRecord> record(String subjectId) {
    return open(subjectId, "record").map(text -> json.readValue(text, PatientRecord.class));
  }

  /// The risk facts kept with it; empty when there is no copy or the subject was erased.
  List<TimedRisk> risks(String subjectId) {
    return open(subjectId, "risk")
        .map(text -> Arrays.asList(json.readValue(text, TimedRisk[].class)))
        .orElse(List.of());
  }

  /// The record as JSON, for an export; empty when there is none.
  Optional<String> text(String subjectId) {
    return open(subjectId, "record");
  }

  /// Whether the copy differs from a record, or there is none.
  boolean differs(String subjectId, PatientRecord record) {
    return jdbc.sql("select content_hash from record_snapshot where subject_id = :subject")
        .param("subject", subjectId)
        .query(String.class)
        .optional()
        .map(kept -> !kept.equals(hashOf(json.writeValueAsString(record))))
        .orElse(true);
  }

  /// Keeps a record in place of what was kept, in the caller's transaction, which holds the
  /// subject's lock.
  void keep(Subject subject, PatientRecord record, List<TimedRisk> risks) {
    String text = json.writeValueAsString(record);
    Sealed sealedRecord = sealing.seal(subject, place("record", subject.id()), text);
    Sealed sealedRisk =
        sealing.seal(subject, place("risk", subject.id()), json.writeValueAsString(risks));
    remove(subject.id());
    jdbc.sql("""
        insert into record_snapshot
          (subject_id, record_sealed, risk_sealed, key_id, content_hash, imported_at)
        values (:subject, :record, :risk, :key, :hash, :at)
        """)
        .param("subject", subject.id())
        .param("record", sealedRecord.bytes())
        .param("risk", sealedRisk.bytes())
        .param("key", sealedRecord.keyId())
        .param("hash", hashOf(text))
        .param("at", TimeStamps.bind(clock.instant()))
        .update();
  }

  /// Removes the copy, in the caller's transaction.
  void remove(String subjectId) {
    jdbc.sql("delete from record_snapshot where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }

  private Optional<String> open(String subjectId, String column) {
    Optional<Sealed> sealed = jdbc.sql(
            "select record_sealed, risk_sealed, key_id from record_snapshot where subject_id = :s")
        .param("s", subjectId)
        .query((row, number) -> read(row, column))
        .optional();
    try {
      return sealed.map(value -> sealing.open(value, place(column, subjectId)));
    } catch (KeyDestroyedException e) {
      return Optional.empty();
    }
  }

  private static Sealed read(ResultSet row, String column) throws SQLException {
    return new Sealed(row.getBytes(column + "_sealed"), row.getString("key_id"));
  }

  private String hashOf(String text) {
    return hash.hash("record", text);
  }

  private static AssociatedData place(String column, String subjectId) {
    return new AssociatedData(TABLE, column, subjectId);
  }
}
