package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The watchdog's own connection to the database, which no pool hands out and nobody else uses.
///
/// It is opened when first needed and anew whenever it broke. Not for more than one thread.
final class WatchdogDatabase implements AutoCloseable {

  /// A database that stopped in the midst is noticed after two of these.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /// @param patience how long to wait for a connection, and for each answer of a database
  ///     elsewhere; whole seconds
  WatchdogDatabase(
      String url, @Nullable String user, @Nullable String password, Duration patience) {
    connection = new SingleConnectionDataSource(url, true);
    connection.setUsername(user);
    connection.setPassword(password);
    connection.setConnectionProperties(properties(url, patience));
    jdbc = JdbcClient.create(connection);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
  }

  /// What statements go through inside of [#run].
  JdbcClient jdbc() {
    return jdbc;
  }

  /// Runs work in a transaction; once more on a new connection where that failed, for the old
  /// one may have been cut while it was idle.
  ///
  /// @throws NestedRuntimeException if the database did not do it the second time either
  <T> T run(Function<JdbcClient, T> work) {
    try {
      return once(work);
    } catch (NestedRuntimeException first) {
      return once(work);
    }
  }

  @Override
  public void close() {
    connection.destroy();
  }

  private <T> T once(Function<JdbcClient, T> work) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> work.apply(jdbc)), "work has a result");
    } catch (NestedRuntimeException e) {
      connection.resetConnection();
      throw e;
    }
  }

  /// H2 runs in this process, and refuses properties that it does not know.
  private static Properties properties(String url, Duration patience) {
    Properties properties = new Properties();
    if (url.startsWith("jdbc:postgresql:")) {
      for (String name : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
        properties.setProperty(name, String.valueOf(patience.toSeconds()));
      }
      properties.setProperty("ApplicationName", "health-assistant-watchdog");
    }
    return properties;
  }
}
