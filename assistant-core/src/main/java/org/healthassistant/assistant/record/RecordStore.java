package org.healthassistant.assistant.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.risk.RiskFacts;
import org.healthassistant.assistant.record.risk.TimedRisk;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of the sealed copies: one row a subject; the record, whom it is about and its risk
/// facts as JSON, each sealed apart, so that the screen and the inbox open the small ones only.
@Component
class RecordStore {

  private static final String TABLE = "record_snapshot";

  /// Raised when a copy is to be made anew although its source is the same.
  private static final String FORMAT = "4";

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
    return open(subjectId, "record")
        .map(text -> json.readValue(text, PatientRecord.class))
        .map(kept -> of(kept, asOf(subjectId).orElse(kept.asOf())));
  }

  /// Who the record is about; empty when there is no copy or the subject was erased.
  Optional<Person> person(String subjectId) {
    return open(subjectId, "person")
        .map(text -> json.readValue(text, Person.class))
        .or(() -> record(subjectId).map(PatientRecord::person)); // of an older version's copy
  }

  /// Who the records of some subjects are about, by their ids, read together; those without a
  /// copy are left out.
  Map<String, Person> persons(Collection<String> subjectIds) {
    Map<String, Person> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(subjectIds)) {
      jdbc.sql("select subject_id, person_sealed, key_id from record_snapshot"
              + " where subject_id in (:ids)")
          .param("ids", batch)
          .query((row, n) -> new KeptPerson(row.getString("subject_id"), read(row, "person")))
          .list()
          .forEach(kept -> person(kept).ifPresent(is -> found.put(kept.subjectId(), is)));
    }
    return found;
  }

  private Optional<Person> person(KeptPerson kept) {
    if (kept.sealed() == null) {
      return record(kept.subjectId()).map(PatientRecord::person); // of an older version's copy
    }
    return open(kept.sealed(), "person", kept.subjectId())
        .map(text -> json.readValue(text, Person.class));
  }

  /// When the source made the copy; empty where it does not say, or there is no copy.
  Optional<Instant> asOf(String subjectId) {
    return jdbc.sql("select as_of from record_snapshot where subject_id = :s")
        .param("s", subjectId)
        .query((row, n) -> Optional.ofNullable(TimeStamps.readNullable(row, "as_of")))
        .optional()
        .flatMap(at -> at);
  }

  /// The risk facts kept with it; empty when there is no copy or the subject was erased. Where
  /// they cannot be opened, those of the record; where that cannot be opened either, all there
  /// are: what is not known is taken for the worst.
  List<TimedRisk> risks(String subjectId) {
    return open(subjectId, "risk")
        .map(text -> Arrays.asList(json.readValue(text, TimedRisk[].class)))
        .orElseGet(() -> isKept(subjectId) ? lostRisks(subjectId) : List.of());
  }

  private List<TimedRisk> lostRisks(String subjectId) {
    return record(subjectId)
        .map(RiskFacts.builtIn()::inRecord)
        .orElseGet(RiskFacts::whereNothingIsKnown);
  }

  /// The subjects of whom there is a copy.
  Set<String> subjects() {
    return jdbc.sql("select subject_id from record_snapshot")
        .query((row, n) -> row.getString("subject_id"))
        .set();
  }

  /// The record as JSON, for an export; empty when there is none.
  Optional<String> text(String subjectId) {
    return open(subjectId, "record");
  }

  /// Whether there is a copy.
  boolean isKept(String subjectId) {
    return jdbc.sql("select 1 from record_snapshot where subject_id = :subject")
        .param("subject", subjectId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// When the copy was kept as it is, by our clock; empty when there is none.
  Optional<Instant> keptAt(String subjectId) {
    return jdbc.sql("select imported_at from record_snapshot where subject_id = :s")
        .param("s", subjectId)
        .query((row, n) -> TimeStamps.read(row, "imported_at"))
        .optional();
  }

  /// Notes of what time a copy is that did not change otherwise.
  void tellAge(String subjectId, @Nullable Instant asOf) {
    jdbc.sql("update record_snapshot set as_of = :asOf where subject_id = :subject")
        .param("subject", subjectId)
        .param("asOf", TimeStamps.bindNullable(asOf))
        .update();
  }

  private static PatientRecord of(PatientRecord kept, @Nullable Instant asOf) {
    return new PatientRecord(
        kept.person(), kept.entries(), asOf, kept.incomplete(), kept.sensitive());
  }

  /// Whether the copy differs from a record in more than its time, cannot be opened, or is not
  /// there.
  boolean differs(String subjectId, PatientRecord record) {
    boolean whole = List.of("record", "risk").stream()
        .allMatch(column -> open(subjectId, column).isPresent());
    return !whole
        || jdbc.sql("select content_hash from record_snapshot where subject_id = :subject")
            .param("subject", subjectId)
            .query(String.class)
            .optional()
            .map(kept -> !kept.equals(hashOf(record)))
            .orElse(true);
  }

  /// Keeps a record in place of what was kept, in the caller's transaction, which holds the
  /// subject's lock.
  void keep(Subject subject, PatientRecord record, List<TimedRisk> risks) {
    String text = json.writeValueAsString(record);
    Sealed sealedRecord = sealing.seal(subject, place("record", subject.id()), text);
    Sealed sealedRisk =
        sealing.seal(subject, place("risk", subject.id()), json.writeValueAsString(risks));
    Sealed sealedPerson = sealing.seal(
        subject, place("person", subject.id()), json.writeValueAsString(record.person()));
    remove(subject.id());
    jdbc.sql("""
        insert into record_snapshot (subject_id, record_sealed, risk_sealed, person_sealed, key_id,
          content_hash, as_of, imported_at)
        values (:subject, :record, :risk, :person, :key, :hash, :asOf, :at)
        """)
        .param("subject", subject.id())
        .param("record", sealedRecord.bytes())
        .param("risk", sealedRisk.bytes())
        .param("person", sealedPerson.bytes())
        .param("asOf", TimeStamps.bindNullable(record.asOf()))
        .param("key", sealedRecord.keyId())
        .param("hash", hashOf(record))
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
            "select " + column + "_sealed, key_id from record_snapshot where subject_id = :s"
                + " and " + column + "_sealed is not null")
        .param("s", subjectId)
        .query((row, number) -> read(row, column))
        .optional();
    return sealed.flatMap(value -> open(value, column, subjectId));
  }

  private Optional<String> open(Sealed value, String column, String subjectId) {
    try {
      return sealing.openIfWhole(value, place(column, subjectId));
    } catch (KeyDestroyedException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Sealed read(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column + "_sealed");
    return bytes == null ? null : new Sealed(bytes, row.getString("key_id"));
  }

  private record KeptPerson(String subjectId, @Nullable Sealed sealed) {}

  /// Of the content, whatever its time, and of all by which facts are taken from it.
  private String hashOf(PatientRecord record) {
    // In which order a source gives the entries says nothing.
    List<Entry> entries =
        record.entries().stream().sorted(Comparator.comparing(Entry::source)).toList();
    String text = json.writeValueAsString(
        new PatientRecord(record.person(), entries, null, record.incomplete(), record.sensitive()));
    return hash.hash("record", FORMAT + " " + RiskFacts.version() + " " + text);
  }

  private static AssociatedData place(String column, String subjectId) {
    return new AssociatedData(TABLE, column, subjectId);
  }
}
