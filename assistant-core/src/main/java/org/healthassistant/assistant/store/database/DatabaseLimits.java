package org.healthassistant.assistant.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// How long is waited for a database server.
///
/// Requests never wait without end: a server that vanished is noticed, and an instance that was
/// held still inside a transaction loses its locks. Migrations do wait: making an index of a
/// table of years takes minutes. They have a connection of their own, outside of the pool.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseLimits {

  private static final String SERVER = "jdbc:postgresql:";

  /// Limits of the pool's connections. They are set by a statement on each new connection and not
  /// by options of its start, which poolers such as PgBouncer refuse. An init statement that is
  /// configured already is left as it is.
  @Bean
  static BeanPostProcessor limitsOnAServer(ObjectProvider<DatabaseSettings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
            && String.valueOf(pool.getJdbcUrl()).startsWith(SERVER)) {
          limit(pool, settings.getObject());
        }
        return bean;
      }
    };
  }

  /// Gives migrations a connection without limits, unless `spring.flyway.url` names one.
  @Bean
  FlywayConfigurationCustomizer migrationsWithoutLimits(
      ObjectProvider<JdbcConnectionDetails> database, Environment environment) {
    return configuration -> database.ifAvailable(details -> {
      boolean server = details.getJdbcUrl().startsWith(SERVER);
      if (server && environment.getProperty("spring.flyway.url") == null) {
        configuration.dataSource(unlimited(details));
      }
    });
  }

  static void limit(HikariDataSource pool, DatabaseSettings settings) {
    pool.addDataSourceProperty(
        "socketTimeout", String.valueOf(settings.socketTimeout().toSeconds()));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    if (pool.getConnectionInitSql() == null) {
      pool.setConnectionInitSql(
          "set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
              .formatted(
                  settings.lockTimeout().toMillis(),
                  settings.idleInTransactionTimeout().toMillis()));
    }
  }

  private static DriverManagerDataSource unlimited(JdbcConnectionDetails details) {
    var source = new DriverManagerDataSource(details.getJdbcUrl());
    source.setUsername(details.getUsername());
    source.setPassword(details.getPassword());
    var properties = new Properties();
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "health-assistant-migrations");
    source.setConnectionProperties(properties);
    return source;
  }
}
