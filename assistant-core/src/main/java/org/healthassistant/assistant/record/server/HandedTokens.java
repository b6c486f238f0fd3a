package org.healthassistant.assistant.record.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerSettings.PatientToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tokens that portals hand over for reading a patient's record at the FHIR server:
/// sealed, the last one of each patient, and none beyond its end. Safe from any thread.
@Component
public class HandedTokens {

  /// A token is kept no longer, whatever its portal says: it hands over another.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final RealClock clock;
  private final Transactions transactions;

  HandedTokens(JdbcClient jdbc, Sealing sealing, RealClock clock, Transactions transactions) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Keeps a token in place of the one before; durable before it returns. Forgets all that have
  /// ended, whosever they are.
  ///
  /// @param life for how long it is good from now on; an hour counts at most
  void keep(Subject subject, Secret token, String scopes, Duration life) {
    Instant now = clock.instant();
    Instant until = now.plus(life.compareTo(LONGEST) < 0 ? life : LONGEST);
    transactions.durable(() -> {
      jdbc.sql("delete from record_token where ends_at <= :now")
          .param("now", TimeStamps.bind(now))
          .update();
      remove(subject.id());
      Sealed sealed = sealing.seal(subject, place(subject.id()), token.reveal());
      jdbc.sql("""
          insert into record_token (subject_id, token_sealed, key_id, scopes, given_at, ends_at)
          values (:subject, :token, :key, :scopes, :given, :ends)
          """)
          .param("subject", subject.id())
          .param("token", sealed.bytes())
          .param("key", sealed.keyId())
          .param("scopes", scopes)
          .param("given", TimeStamps.bind(now))
          .param("ends", TimeStamps.bind(until))
          .update();
    });
  }

  /// The token of a subject; empty where none was handed over or it has ended.
  Optional<PatientToken> find(String subjectId) {
    return jdbc.sql("select * from record_token where subject_id = :subject and ends_at > :now")
        .param("subject", subjectId)
        .param("now", TimeStamps.bind(clock.instant()))
        .query((row, number) -> read(subjectId, row))
        .optional()
        .flatMap(token -> token);
  }

  /// Forgets the token of a subject, in the caller's transaction.
  public void remove(String subjectId) {
    jdbc.sql("delete from record_token where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }

  private Optional<PatientToken> read(String subjectId, ResultSet row) throws SQLException {
    Sealed sealed = new Sealed(row.getBytes("token_sealed"), row.getString("key_id"));
    String scopes = row.getString("scopes");
    Instant from = TimeStamps.read(row, "given_at");
    Instant until = TimeStamps.read(row, "ends_at");
    try {
      return sealing
          .openIfWhole(sealed, place(subjectId))
          .map(value -> new PatientToken(new Secret(value), scopes, from, until));
    } catch (KeyDestroyedException e) {
      return Optional.empty();
    }
  }

  private static AssociatedData place(String subjectId) {
    return new AssociatedData("record_token", "token_sealed", subjectId);
  }
}
