package org.healthassistant.assistant;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/// The databases that every store test runs on.
public enum TestDatabase {
  /// The embedded default, in memory.
  H2 {
    @Override
    public Map<String, Object> fresh() {
      return Map.of(
          "spring.datasource.url",
          "jdbc:h2:mem:" + nameOf(UUID.randomUUID())
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
    }
  },
  /// A real PostgreSQL, one server for all tests of the process.
  POSTGRESQL {
    @Override
    public Map<String, Object> fresh() {
      String name = nameOf(UUID.randomUUID());
      EmbeddedPostgres server = Server.ONE;
      try (Connection connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("no database could be made", e);
      }
      return Map.of("spring.datasource.url", server.getJdbcUrl("postgres", name));
    }
  };

  /// The settings of a new, empty database.
  public abstract Map<String, Object> fresh();

  private static String nameOf(UUID id) {
    return "t" + id.toString().replace("-", "");
  }

  /// Started when first needed.
  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
