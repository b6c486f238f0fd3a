package org.healthassistant.assistant.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the service as the migrations made them, read from the database's catalogue.
final class Tables {

  private Tables() {}

  /// Empties every table but the history of the migrations, whatever refers to what.
  static void empty(JdbcClient jdbc) {
    List<String> tables = new ArrayList<>();
    jdbc.sql("""
        select table_name from information_schema.tables
        where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'
          and table_type = 'BASE TABLE'
        """).query(row -> {
      tables.add(row.getString("table_name"));
    });
    boolean h2 = jdbc.sql("select version()").query(String.class).single().matches("\\d.*");
    if (h2) {
      jdbc.sql("set referential_integrity false").update();
      tables.forEach(table -> jdbc.sql("truncate table " + table).update());
      jdbc.sql("set referential_integrity true").update();
    } else {
      jdbc.sql("truncate table " + String.join(", ", tables) + " cascade").update();
    }
  }
}
