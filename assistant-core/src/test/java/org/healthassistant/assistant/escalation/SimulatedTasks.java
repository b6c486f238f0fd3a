package org.healthassistant.assistant.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The scheduler's table in the test's own hands.
final class SimulatedTasks {

  private final JdbcClient jdbc;

  SimulatedTasks(EscalationRooms rooms) {
    jdbc = rooms.bean(JdbcClient.class);
  }

  /// Work that waits.
  ///
  /// @param at when, by the clock of the service
  record Due(String name, String id, Instant at) {}

  /// What is due next, or empty when nothing is scheduled.
  Optional<Due> next() {
    return jdbc.sql("""
            select task_name, task_instance, execution_time from scheduled_tasks
            order by execution_time limit 1
            """).query(SimulatedTasks::due).optional();
  }

  void done(Due due) {
    jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?")
        .params(due.name(), due.id())
        .update();
  }

  void again(Due due, Instant at) {
    jdbc.sql("""
            update scheduled_tasks set execution_time = ?
            where task_name = ? and task_instance = ?
            """).params(TimeStamps.bind(at), due.name(), due.id()).update();
  }

  /// What the service does when its clock is set back.
  void moveBack(Duration back, Instant now) {
    all().stream().filter(due -> due.at().isAfter(now)).forEach(due -> {
      Instant moved = due.at().minus(back);
      again(due, moved.isBefore(now) ? now : moved);
    });
  }

  Set<String> idsOf(String name) {
    return all().stream()
        .filter(due -> due.name().equals(name))
        .map(Due::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  void clear() {
    jdbc.sql("delete from scheduled_tasks").update();
  }

  /// The rows of the history of some escalations by their ids, which are in the order of writing.
  Map<String, SimulationTrace.Event> history(Set<String> escalations) {
    Map<String, SimulationTrace.Event> found = new LinkedHashMap<>();
    jdbc
        .sql("select * from escalation_event order by id")
        .query((row, number) -> Map.entry(row.getString("id"), event(row)))
        .list()
        .stream()
        .filter(entry -> escalations.contains(entry.getValue().escalation()))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private List<Due> all() {
    return jdbc.sql("select task_name, task_instance, execution_time from scheduled_tasks")
        .query(SimulatedTasks::due)
        .list();
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(row.getString(1), row.getString(2), TimeStamps.read(row, "execution_time"));
  }

  private static SimulationTrace.Event event(ResultSet row) throws SQLException {
    return new SimulationTrace.Event(
        TimeStamps.read(row, "at"),
        row.getString("escalation_id"),
        row.getString("subject_id"),
        row.getString("kind"),
        row.getString("actor"),
        level(row.getString("from_level")),
        level(row.getString("to_level")),
        row.getString("detail"));
  }

  private static @Nullable Level level(@Nullable String name) {
    return name == null ? null : Level.valueOf(name);
  }
}
