package org.healthassistant.evaluation.plans;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.service.Database;

/// Fills an empty PostgreSQL with generated rows and lets it explain the service's statements.
///
/// @param messages how many messages there are
/// @param plans one for each statement, in their order
public record PlansRun(long messages, List<StatementPlan> plans) {

  /// Copies the list.
  public PlansRun {
    plans = List.copyOf(plans);
  }

  /// Fills the database and explains every statement; what a statement changes is rolled back.
  ///
  /// Each is explained with parameters of as many messages as there are draws, spread over all of
  /// them, and of the patient who wrote by far the most; once before to warm the cache.
  ///
  /// @param messages at least 1,000
  /// @param draws at least 2
  /// @param said is told of every step
  /// @throws SQLException if the server refuses something
  public static PlansRun run(
      Database.Postgres database, long messages, int draws, Consumer<String> said)
      throws SQLException {
    if (messages < 1_000 || draws < 2) {
      throw new IllegalArgumentException(
          "messages must be >= 1000 and draws >= 2, got " + messages + " and " + draws);
    }
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .load()
        .migrate();
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      new GeneratedRows(connection, said).fill(messages);
      connection.setAutoCommit(false);
      var plans = new ArrayList<StatementPlan>();
      List<Map<String, Object>> drawn = drawn(connection, messages, draws);
      for (PlannedStatement statement : PlannedStatement.builtIn()) {
        plans.add(explained(connection, statement, drawn));
      }
      return new PlansRun(messages, plans);
    }
  }

  /// The longest draw of each statement as a measure in milliseconds, and how long a draw of any
  /// took.
  public Outcome outcome() {
    var measures = new LinkedHashMap<String, Interval>();
    plans.forEach(plan -> measures.put(
        plan.statement().name() + " ms max",
        Interval.exactly(plan.worst(), plan.milliseconds().size())));
    var all = Percentiles.of(
        plans.stream().flatMap(plan -> plan.milliseconds().stream()).collect(Collectors.toList()));
    measures.put("all ms p50", Interval.exactly(all.at(0.5), all.sorted().size()));
    measures.put("all ms max", Interval.exactly(all.at(1), all.sorted().size()));
    return new Outcome(
        "plans", Map.of(Outcome.VARIANT, "plans", "messages", String.valueOf(messages)), measures);
  }

  private static StatementPlan explained(
      Connection connection, PlannedStatement statement, List<Map<String, Object>> drawn)
      throws SQLException {
    var times = new ArrayList<Double>();
    String slowest = "";
    double worst = -1;
    for (Map<String, Object> draw : drawn) {
      explain(connection, statement, draw);
      String plan = explain(connection, statement, draw);
      double took = StatementPlan.milliseconds(plan);
      times.add(took);
      if (took > worst) {
        worst = took;
        slowest = plan;
      }
    }
    return new StatementPlan(statement, times, slowest);
  }

  private static String explain(
      Connection connection, PlannedStatement statement, Map<String, Object> draw)
      throws SQLException {
    String sql = "explain (analyze, buffers) " + statement.positional();
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      int place = 0;
      for (String name : statement.columns()) {
        place++;
        if (!draw.containsKey(name)) {
          throw new IllegalStateException("statements.yaml: '" + statement.name() + "' needs '"
              + name + "', which draw.sql" + " does not give");
        }
        prepared.setObject(place, draw.get(name));
      }
      var plan = new StringBuilder();
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      return plan.toString();
    } finally {
      connection.rollback();
    }
  }

  private static List<Map<String, Object>> drawn(Connection connection, long messages, int draws)
      throws SQLException {
    String sql = GeneratedRows.resource("draw.sql");
    var found = new ArrayList<Map<String, Object>>();
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (int i = 0; i < draws; i++) {
        prepared.setLong(1, messages);
        prepared.setInt(2, i);
        prepared.setInt(3, draws);
        try (ResultSet rows = prepared.executeQuery()) {
          if (!rows.next()) {
            throw new IllegalStateException("draw.sql found no message for draw " + i);
          }
          found.add(row(rows));
        }
      }
    }
    connection.rollback();
    return found;
  }

  private static Map<String, Object> row(ResultSet rows) throws SQLException {
    var found = new HashMap<String, Object>();
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      found.put(columns.getColumnLabel(i), rows.getObject(i));
    }
    return found;
  }
}
