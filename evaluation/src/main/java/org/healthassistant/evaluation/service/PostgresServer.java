package org.healthassistant.evaluation.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL server of our own, in a temporary directory, for as long as it is open.
public final class PostgresServer implements AutoCloseable {

  private static final String USER = "postgres";

  private static final Duration GONE = Duration.ofSeconds(10);

  private final Path data;
  private EmbeddedPostgres server;

  private PostgresServer(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  /// Starts a server; takes a second or two.
  ///
  /// @throws IOException if it does not start
  public static PostgresServer open() throws IOException {
    Path data = Files.createTempDirectory("assistant-postgres-");
    return new PostgresServer(data, durable().setDataDirectory(data).start());
  }

  /// The library's own defaults are for tests that need no durability.
  private static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on");
  }

  /// Kills the server and all of its processes as `kill -9` does, and starts it again on the same
  /// data and port.
  ///
  /// @throws IOException if it does not start again
  public void killAndRestart() throws IOException {
    int port = server.getPort();
    Path pidFile = data.resolve("postmaster.pid");
    ProcessHandle postmaster = ProcessHandle.of(
            Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
        .orElseThrow(() -> new IOException("the database server is not running"));
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(GONE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    Files.deleteIfExists(pidFile);
    // The library's own lock of the folder belongs to the instance that was killed.
    Files.deleteIfExists(data.resolve("epg-lock"));
    server = durable()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  /// Ends every connection that others have.
  public void cutConnections() {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
          + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    } catch (SQLException e) {
      throw new IllegalStateException("connections could not be cut", e);
    }
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
