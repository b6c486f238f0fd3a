package org.healthassistant.assistant.record.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.fhir.server.ReadState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of what is known of each patient's record at the server: up to when, by type.
@Component
public class ReadStates {

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final JsonMapper json = JsonMapper.builder().build();

  ReadStates(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /// What the last reading of a subject came to.
  ///
  /// @param at when, by our clock
  record Known(ReadState state, Instant at) {}

  /// What is known of a subject; empty: it was never read.
  Optional<Known> find(String subjectId) {
    return jdbc.sql("select state, read_at from record_reading where subject_id = :subject")
        .param("subject", subjectId)
        .query((row, n) -> new Known(
            json.readValue(row.getString("state"), ReadState.class),
            TimeStamps.read(row, "read_at")))
        .optional();
  }

  /// The subjects last read before a time; those first whom nobody tried to read for the longest,
  /// so that one who cannot be read keeps nobody waiting.
  List<String> readBefore(Instant time) {
    return jdbc.sql("select subject_id from record_reading where read_at < :at order by tried_at")
        .param("at", TimeStamps.bind(time))
        .query((row, n) -> row.getString("subject_id"))
        .list();
  }

  /// Notes that a reading failed.
  void failed(String subjectId, Instant at) {
    jdbc.sql("update record_reading set tried_at = :at where subject_id = :s")
        .param("s", subjectId)
        .param("at", TimeStamps.bind(at))
        .update();
  }

  /// Notes what a reading came to.
  void put(String subjectId, Known known) {
    transactions.durable(() -> {
      remove(subjectId);
      jdbc.sql("""
          insert into record_reading (subject_id, state, read_at, tried_at)
          values (:s, :state, :at, :at)
          """)
          .param("s", subjectId)
          .param("state", json.writeValueAsString(known.state()))
          .param("at", TimeStamps.bind(known.at()))
          .update();
    });
  }

  /// Forgets a subject, in the caller's transaction.
  public void remove(String subjectId) {
    jdbc.sql("delete from record_reading where subject_id = :subject")
        .param("subject", subjectId)
        .update();
  }
}
