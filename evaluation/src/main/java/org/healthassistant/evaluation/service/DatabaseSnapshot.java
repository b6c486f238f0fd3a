package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the database of a stopped service holds of messages, replies and escalations: ids, levels
/// and states; texts are sealed and stay so.
///
/// @param messages the patients' messages by the id their sender gave them
/// @param replies message id to its replies
/// @param escalations subject id to its open escalation
/// @param paged the escalations with a page that a channel accepted
/// @param unfinished what was left half-way for longer than a dead worker is noticed in, in words
public record DatabaseSnapshot(
    Map<String, Message> messages,
    Map<String, List<Reply>> replies,
    Map<String, Escalation> escalations,
    Set<String> paged,
    List<String> unfinished) {

  /// Four missed heartbeats of five seconds, a step more, and as much again to do the work.
  private static final Duration GRACE = Duration.ofSeconds(60);

  /// A patient's message.
  public record Message(
      String id, String conversation, String subject, String level, boolean decided) {}

  /// A reply.
  public record Reply(String purpose, String action) {}

  /// An escalation that is not resolved.
  ///
  /// @param since when the message that opened it was stored
  public record Escalation(String id, String level, Instant since) {}

  /// Copies the maps.
  public DatabaseSnapshot {
    messages = Map.copyOf(messages);
    replies = Map.copyOf(replies);
    escalations = Map.copyOf(escalations);
    paged = Set.copyOf(paged);
    unfinished = List.copyOf(unfinished);
  }

  /// Reads the database of a service that has ended.
  ///
  /// @param now what is older than a minute by then and not finished counts as left half-way
  /// @throws IllegalStateException if it cannot be read
  public static DatabaseSnapshot read(ServiceOptions options, Instant now) {
    try (Connection connection = open(options)) {
      return new DatabaseSnapshot(
          messages(connection),
          replies(connection),
          escalations(connection),
          paged(connection),
          unfinished(connection, now));
    } catch (SQLException e) {
      throw new IllegalStateException("the service's database cannot be read: " + e.getMessage());
    }
  }

  /// The file of the embedded database.
  ///
  /// @throws IllegalStateException if there is none in the data directory
  static Path h2File(Path dataDirectory) {
    try (var files = Files.walk(dataDirectory, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".mv.db"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no database file in " + dataDirectory));
    } catch (IOException e) {
      throw new UncheckedIOException(dataDirectory + ": cannot be read", e);
    }
  }

  private static Connection open(ServiceOptions options) throws SQLException {
    return switch (options.database()) {
      case Database.EmbeddedH2 h2 -> {
        String file = h2File(options.dataDirectory()).toAbsolutePath().toString();
        String name = file.substring(0, file.length() - ".mv.db".length());
        yield DriverManager.getConnection(
            "jdbc:h2:file:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
            "",
            "");
      }
      case Database.Postgres server ->
        DriverManager.getConnection(server.url(), server.user(), server.password());
    };
  }

  private static Map<String, Message> messages(Connection connection) throws SQLException {
    var found = new HashMap<String, Message>();
    query(
        connection,
        """
        select id, conversation_id, subject_id, level, decision_sealed is not null,
          coalesce(client_message_id, provider_message_id)
        from message where author = 'patient'
        """,
        row -> found.put(
            row.getString(6),
            new Message(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                String.valueOf(row.getString(4)),
                row.getBoolean(5))));
    return found;
  }

  private static Map<String, List<Reply>> replies(Connection connection) throws SQLException {
    var found = new HashMap<String, List<Reply>>();
    query(
        connection,
        "select message_id, purpose, action from reply",
        row -> found
            .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
            .add(new Reply(row.getString(2), row.getString(3))));
    return found;
  }

  private static Map<String, Escalation> escalations(Connection connection) throws SQLException {
    var found = new HashMap<String, Escalation>();
    query(
        connection,
        "select open_subject, id, level, created_at from escalation where open_subject is not null",
        row -> found.put(
            row.getString(1),
            new Escalation(
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant())));
    return found;
  }

  private static Set<String> paged(Connection connection) throws SQLException {
    var found = new ArrayList<String>();
    query(
        connection,
        "select distinct escalation_id from page where state = 'ACCEPTED'",
        row -> found.add(row.getString(1)));
    return Set.copyOf(found);
  }

  private static List<String> unfinished(Connection connection, Instant now) throws SQLException {
    var before = now.minus(GRACE).atOffset(ZoneOffset.UTC);
    var found = new ArrayList<String>();
    found.addAll(older(
        connection,
        "escalation ",
        "select id from escalation where state = 'OPEN' and level in ('EMERGENCY', 'SAME_DAY')"
            + " and level_at < ?",
        before));
    found.addAll(older(
        connection,
        "page ",
        "select page_key from page where state in ('PENDING', 'SENDING') and created_at < ?",
        before));
    found.addAll(older(
        connection,
        "text ",
        "select id from outbox where state in ('PENDING', 'SENDING') and created_at < ?",
        before));
    return found;
  }

  private static List<String> older(
      Connection connection, String what, String sql, OffsetDateTime before) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, before);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(what + rows.getString(1));
        }
      }
    }
    return found;
  }

  private static void query(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
