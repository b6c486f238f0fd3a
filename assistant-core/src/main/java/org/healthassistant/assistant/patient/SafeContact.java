package org.healthassistant.assistant.patient;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.TimeStamps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps whether calls and texts to somebody may put the person in danger, because somebody else
/// sees or hears them. Set by what the person wrote, lifted by a clinician alone. While it is
/// set, no text is started to any number of the subject.
@Component
public class SafeContact {

  private final JdbcClient jdbc;

  SafeContact(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Since when contact is unsafe; empty: nothing is known.
  public Optional<Instant> unsafeSince(String subjectId) {
    return jdbc.sql("select contact_unsafe_at from subject where id = :id")
        .param("id", subjectId)
        .query(
            (row, number) -> Optional.ofNullable(TimeStamps.readNullable(row, "contact_unsafe_at")))
        .optional()
        .flatMap(at -> at);
  }

  /// Whether contact is unsafe.
  public boolean isUnsafe(String subjectId) {
    return unsafeSince(subjectId).isPresent();
  }

  /// Those of some subjects to whom contact is unsafe.
  public Set<String> unsafeAmong(Collection<String> subjectIds) {
    Set<String> found = new HashSet<>();
    for (List<String> batch : IdBatches.split(subjectIds)) {
      found.addAll(jdbc.sql("""
          select id from subject where contact_unsafe_at is not null and id in (:ids)
          """).param("ids", batch).query(String.class).list());
    }
    return Set.copyOf(found);
  }

  /// Keeps that contact is unsafe, in the caller's transaction, which holds the subject's lock.
  ///
  /// @return whether that is new
  public boolean unsafe(String subjectId, Instant since) {
    return jdbc.sql("""
        update subject set contact_unsafe_at = :at where id = :id and contact_unsafe_at is null
        """)
            .param("at", TimeStamps.bind(since))
            .param("id", subjectId)
            .update()
        > 0;
  }

  /// Keeps that a clinician found contact to be safe, in the caller's transaction, which holds
  /// the subject's lock.
  ///
  /// @return whether it was unsafe before
  public boolean lift(String subjectId) {
    return jdbc.sql("""
        update subject set contact_unsafe_at = null
        where id = :id and contact_unsafe_at is not null
        """).param("id", subjectId).update() > 0;
  }
}
