package org.healthassistant.evaluation.service;

import java.util.Map;

/// The database a service is started on.
public sealed interface Database {

  /// The service's own default: H2 in a file of its data directory.
  record EmbeddedH2() implements Database {}

  /// A PostgreSQL server that is already running.
  ///
  /// @param url its JDBC address
  record Postgres(String url, String user, String password) implements Database {
    @Override
    public String toString() {
      return "Postgres[" + url + "]";
    }
  }

  /// The settings that make the service use it; empty for its default.
  default Map<String, String> settings() {
    return switch (this) {
      case EmbeddedH2 h2 -> Map.of();
      case Postgres server ->
        Map.of(
            "spring.datasource.url", server.url(),
            "spring.datasource.username", server.user(),
            "spring.datasource.password", server.password());
    };
  }
}
