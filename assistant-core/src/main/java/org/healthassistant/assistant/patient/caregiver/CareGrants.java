package org.healthassistant.assistant.patient.caregiver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what patients let related persons see. Every decision is kept; the latest counts, by the
/// order in which they were kept; who was never named may see nothing. Safe from any thread.
@Component
public class CareGrants {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final Sealing sealing;
  private final RealClock clock;
  private final Transactions transactions;
  private final JsonMapper json;

  CareGrants(
      JdbcClient jdbc,
      Subjects subjects,
      Sealing sealing,
      RealClock clock,
      Transactions transactions,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.sealing = sealing;
    this.clock = clock;
    this.transactions = transactions;
    this.json = json;
  }

  /// Keeps a decision; durable before it returns. Takes the subject's lock, so no turn under way
  /// stores a reply that rests on what was just withdrawn.
  ///
  /// @param parts all that the person may see from now on; empty: nothing any more
  public void decide(Subject subject, CarePerson person, Set<CarePart> parts) {
    transactions.durable(() -> {
      subjects.lock(subject.id());
      String id = Ids.next();
      Sealed sealed = sealing.seal(subject, place(id), json.writeValueAsString(person));
      jdbc.sql("""
          insert into caregiver_grant
            (id, subject_id, person_id, person_sealed, key_id, parts, at)
          values (:id, :subject, :person, :sealed, :key, :parts, :at)
          """)
          .param("id", id)
          .param("subject", subject.id())
          .param("person", person.id())
          .param("sealed", sealed.bytes())
          .param("key", sealed.keyId())
          .param("parts", CarePart.join(parts))
          .param("at", TimeStamps.bind(clock.instant()))
          .update();
    });
  }

  /// What a person may see by the patient's latest word; empty where there is none, and after it
  /// was withdrawn. Opens no seal.
  public Set<CarePart> parts(String subjectId, String personId) {
    return jdbc.sql("""
        select parts from caregiver_grant
        where subject_id = :subject and person_id = :person order by seq desc limit 1
        """)
        .param("subject", subjectId)
        .param("person", personId)
        .query(String.class)
        .optional()
        .map(CarePart::split)
        .orElse(Set.of());
  }

  /// The patient's latest word on a person; empty where there is none.
  public Optional<CareGrant> find(String subjectId, String personId) {
    return jdbc.sql("""
        select * from caregiver_grant
        where subject_id = :subject and person_id = :person order by seq desc limit 1
        """)
        .param("subject", subjectId)
        .param("person", personId)
        .query((row, number) -> read(row))
        .optional();
  }

  /// The patient's latest word on everybody they ever named, those named first first.
  public List<CareGrant> forSubject(String subjectId) {
    Map<String, CareGrant> latest = new LinkedHashMap<>();
    jdbc.sql("select * from caregiver_grant where subject_id = :subject order by seq")
        .param("subject", subjectId)
        .query((row, number) -> read(row))
        .list()
        .forEach(grant -> latest.put(grant.person().id(), grant));
    return List.copyOf(latest.values());
  }

  private CareGrant read(ResultSet row) throws SQLException {
    String id = row.getString("person_id");
    Sealed sealed = new Sealed(row.getBytes("person_sealed"), row.getString("key_id"));
    // One spoilt name must not keep a patient from withdrawing: the id stands for it.
    CarePerson person = sealing
        .openIfWhole(sealed, place(row.getString("id")))
        .map(text -> json.readValue(text, CarePerson.class))
        .orElseGet(() -> new CarePerson(id, id, List.of(), null));
    return new CareGrant(
        person, CarePart.split(row.getString("parts")), TimeStamps.read(row, "at"));
  }

  private static AssociatedData place(String row) {
    return new AssociatedData("caregiver_grant", "person_sealed", row);
  }
}
