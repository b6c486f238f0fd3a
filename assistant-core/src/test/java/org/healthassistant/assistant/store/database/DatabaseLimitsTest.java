package org.healthassistant.assistant.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;

class DatabaseLimitsTest {

  @Test
  void requestsDoNotWaitWithoutEnd() throws SQLException {
    DataSource pool = TestService.on(TestDatabase.POSTGRESQL).bean(DataSource.class);
    try (Connection connection = pool.getConnection()) {
      assertThat(shown(connection, "lock_timeout")).isEqualTo("10s");
      assertThat(shown(connection, "idle_in_transaction_session_timeout")).isEqualTo("15s");
      assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
    }
  }

  @Test
  void migrationsWaitAsLongAsTheyNeed() throws SQLException {
    Flyway flyway = TestService.on(TestDatabase.POSTGRESQL).bean(Flyway.class);
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      assertThat(shown(connection, "lock_timeout")).isEqualTo("0");
      assertThat(shown(connection, "statement_timeout")).isEqualTo("0");
      assertThat(connection.getNetworkTimeout()).isZero();
    }
  }

  @Test
  void h2MigratesThroughItsPool() {
    TestService service = TestService.on(TestDatabase.H2);
    assertThat(service.bean(Flyway.class).getConfiguration().getDataSource())
        .isSameAs(service.bean(DataSource.class));
  }

  @Test
  void limitsAreSetByAStatementThatPoolersLetThrough() {
    try (var pool = new HikariDataSource()) {
      var settings =
          new DatabaseSettings(Duration.ofSeconds(5), Duration.ofMillis(1_500), Duration.ZERO);

      DatabaseLimits.limit(pool, settings);

      assertThat(pool.getDataSourceProperties())
          .containsEntry("socketTimeout", "5")
          .doesNotContainKey("options");
      assertThat(pool.getConnectionInitSql())
          .isEqualTo("set lock_timeout = 1500; set idle_in_transaction_session_timeout = 0");
    }
  }

  @Test
  void anInitStatementOfTheClinicStays() {
    try (var pool = new HikariDataSource()) {
      pool.setConnectionInitSql("set role assistant");
      var settings =
          new DatabaseSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ZERO);

      DatabaseLimits.limit(pool, settings);

      assertThat(pool.getConnectionInitSql()).isEqualTo("set role assistant");
    }
  }

  private static String shown(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
