package org.healthassistant.assistant.sms;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.healthassistant.assistant.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The whole service in demo mode in this process, on free ports and a database in memory.
final class RunningService implements AutoCloseable {

  final ConfigurableApplicationContext context;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// @param settings further settings, `key=value`
  static RunningService start(Path data, String... settings) {
    List<String> all = new ArrayList<>(List.of(
        "server.port=0",
        "management.server.port=0",
        "assistant.data-directory=" + data,
        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"));
    all.addAll(Arrays.asList(settings));
    return new RunningService(
        SpringApplication.run(Whole.class, all.stream().map(s -> "--" + s).toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// Where it is reached, without a slash at the end.
  String base() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /// Takes the database away until the result is closed: it holds every connection of the pool,
  /// and who asks for one is refused after a quarter of a second, as when nothing answers.
  Outage withoutDatabase() {
    HikariDataSource pool = bean(HikariDataSource.class);
    long usual = pool.getConnectionTimeout();
    pool.getHikariConfigMXBean().setConnectionTimeout(250);
    Deque<Connection> held = new ArrayDeque<>();
    for (int tries = 0; held.size() < pool.getMaximumPoolSize(); tries++) {
      try {
        held.push(pool.getConnection());
      } catch (SQLException busy) {
        if (tries > 200) {
          throw new IllegalStateException("connections are never given back", busy);
        }
      }
    }
    return new Outage(pool, usual, held);
  }

  /// The time without a database.
  record Outage(HikariDataSource pool, long usual, Deque<Connection> held)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      pool.getHikariConfigMXBean().setConnectionTimeout(usual);
      while (!held.isEmpty()) {
        held.pop().close();
      }
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /// What [Application] scans, without the configurations of tests on the same class path.
  @EnableAutoConfiguration
  @ComponentScan(
      basePackageClasses = Application.class,
      excludeFilters = {
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Application.class),
        @Filter(type = FilterType.REGEX, pattern = ".*(Rooms|Test)[A-Za-z]*[$].*")
      })
  static class Whole {}
}
