package org.healthassistant.assistant.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one gate through which it is asked what may be used of a subject. Every change is kept;
/// the latest counts; what was never given is not granted. Which is the latest is told by the
/// order in which decisions were kept, never by a clock: one may be set back, or differ from
/// another's.
@Component
public class Consents {

  /// The wording that is consented to; raised when the wording changes.
  public static final String VERSION = "2026-11";

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final RealClock clock;
  private final Transactions transactions;

  Consents(JdbcClient jdbc, Subjects subjects, RealClock clock, Transactions transactions) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Whether the subject has granted the purpose, by its latest word on it.
  public boolean granted(String subjectId, Purpose purpose) {
    return jdbc.sql("""
        select granted from consent where subject_id = :subject and purpose = :purpose
        order by seq desc limit 1
        """)
        .param("subject", subjectId)
        .param("purpose", purpose.code())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /// The latest word of the subject on every purpose, in the order of [Purpose]; purposes never
  /// decided are there as not granted, with `at` empty.
  public List<Consent> forSubject(String subjectId) {
    Map<Purpose, Consent> latest = new EnumMap<>(Purpose.class);
    jdbc.sql("""
        select purpose, granted, version, at from consent
        where subject_id = :subject order by seq
        """)
        .param("subject", subjectId)
        .query((row, number) -> read(row))
        .list()
        .forEach(consent -> latest.put(consent.purpose(), consent));
    return Arrays.stream(Purpose.values())
        .map(purpose -> latest.getOrDefault(purpose, Consent.never(purpose)))
        .toList();
  }

  /// Keeps a decision; durable before it returns. Takes the subject's lock, so no turn under way
  /// stores a reply that rests on what was just withdrawn.
  public void decide(String subjectId, Purpose purpose, boolean granted) {
    transactions.durable(() -> {
      subjects.lock(subjectId);
      insert(subjectId, purpose, granted, clock.instant());
    });
  }

  private void insert(String subjectId, Purpose purpose, boolean granted, Instant at) {
    jdbc.sql("""
        insert into consent (id, subject_id, purpose, granted, version, at)
        values (:id, :subject, :purpose, :granted, :version, :at)
        """)
        .param("id", Ids.next())
        .param("subject", subjectId)
        .param("purpose", purpose.code())
        .param("granted", granted)
        .param("version", VERSION)
        .param("at", TimeStamps.bind(at))
        .update();
  }

  private static Consent read(ResultSet row) throws SQLException {
    return new Consent(
        Purpose.of(row.getString("purpose")).orElseThrow(),
        row.getBoolean("granted"),
        row.getString("version"),
        Optional.of(TimeStamps.read(row, "at")));
  }

  /// A decision on one purpose.
  ///
  /// @param at when it was made; empty when it never was
  public record Consent(Purpose purpose, boolean granted, String version, Optional<Instant> at) {

    private static Consent never(Purpose purpose) {
      return new Consent(purpose, false, VERSION, Optional.empty());
    }
  }
}
