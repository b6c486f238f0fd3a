package org.healthassistant.assistant.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one gate through which it is asked what may be used of a subject. Every change is kept; the
/// latest counts; what was never given is not granted.
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
    return latest(subjectId, purpose).map(Consent::granted).orElse(false);
  }

  /// The latest word of the subject on every purpose, in the order of [Purpose]; purposes never
  /// decided are there as not granted, with `at` empty.
  public List<Consent> forSubject(String subjectId) {
    List<Consent> all = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      all.add(latest(subjectId, purpose)
          .orElse(new Consent(purpose, false, VERSION, Optional.empty())));
    }
    return List.copyOf(all);
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

  private Optional<Consent> latest(String subjectId, Purpose purpose) {
    return jdbc.sql("""
        select granted, version, at from consent
        where subject_id = :subject and purpose = :purpose
        order by at desc, id desc limit 1
        """)
        .param("subject", subjectId)
        .param("purpose", purpose.code())
        .query((row, number) -> new Consent(
            purpose,
            row.getBoolean("granted"),
            row.getString("version"),
            Optional.of(TimeStamps.read(row, "at"))))
        .optional();
  }

  /// A decision on one purpose.
  ///
  /// @param at when it was made; empty when it never was
  public record Consent(Purpose purpose, boolean granted, String version, Optional<Instant> at) {}
}
