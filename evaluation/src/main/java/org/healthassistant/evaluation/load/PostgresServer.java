package org.healthassistant.evaluation.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/// A PostgreSQL server of our own, in a temporary directory, for as long as it is open.
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Starts a server; takes a second or two.
  ///
  /// @throws IOException if it does not start
  public static PostgresServer open() throws IOException {
    return new PostgresServer(EmbeddedPostgres.builder().start());
  }

  /// Makes a new, empty database.
  ///
  /// @param name letters, digits and `_` only
  public Database.Postgres create(String name) {
    if (!name.matches("[a-z0-9_]{1,40}")) {
      throw new IllegalArgumentException("a database's name is letters, digits and _, got " + name);
    }
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name + " could not be made", e);
    }
    return new Database.Postgres(server.getJdbcUrl(USER, name), USER, USER);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
