package org.healthassistant.evaluation.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Fills the tables of the service by the server itself (`fill.sql`), table by table.
///
/// Indexes and constraints are taken off before and made again after, which is several times
/// faster than keeping them while rows come in. Foreign keys are put back unchecked.
final class GeneratedRows {

  private static final String CONSTRAINTS = """
      select format('alter table %s drop constraint %I', conrelid::regclass, conname),
        format('alter table %s add constraint %I %s%s', conrelid::regclass, conname,
          pg_get_constraintdef(oid), case when contype = 'f' then ' not valid' else '' end)
      from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'u')
        and conrelid::regclass::text not like 'flyway%'
      order by contype, conname
      """;

  private static final String INDEXES = """
      select format('drop index %I', i.relname), pg_get_indexdef(i.oid)
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = 'public'::regnamespace and not x.indisprimary
        and t.relname not like 'flyway%'
      order by i.relname
      """;

  private final Connection connection;
  private final Consumer<String> said;

  /// @param said is told of every step and how long it took
  GeneratedRows(Connection connection, Consumer<String> said) {
    this.connection = connection;
    this.said = said;
  }

  /// Fills tables that are empty.
  ///
  /// @param messages about how many messages there are after
  void fill(long messages) throws SQLException {
    execute("set session_replication_role = replica");
    execute("set maintenance_work_mem = '512MB'");
    List<Step> constraints = steps(CONSTRAINTS);
    for (Step step : constraints) {
      execute(step.off());
    }
    List<Step> indexes = steps(INDEXES);
    for (Step step : indexes) {
      execute(step.off());
    }
    for (String statement : resource("fill.sql").split(";\\s*\n")) {
      if (!statement.isBlank()) {
        timed(statement.replace("${messages}", String.valueOf(messages)));
      }
    }
    for (Step step : indexes) {
      timed(step.on());
    }
    for (Step step : constraints) {
      timed(step.on());
    }
    timed("vacuum analyze");
  }

  /// The text of a resource beside this class.
  static String resource(String name) {
    try (InputStream in = GeneratedRows.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void timed(String sql) throws SQLException {
    long begun = System.nanoTime();
    execute(sql);
    String line = sql.lines()
        .filter(part -> !part.isBlank() && !part.startsWith("--"))
        .findFirst()
        .orElse("");
    said.accept("%6d ms  %s".formatted((System.nanoTime() - begun) / 1_000_000, line.strip()));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Step> steps(String query) throws SQLException {
    var found = new ArrayList<Step>();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(new Step(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }

  /// How something is taken off and put on again.
  private record Step(String off, String on) {}
}
