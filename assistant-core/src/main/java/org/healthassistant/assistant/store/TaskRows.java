package org.healthassistant.assistant.store;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The scheduler's rows over a connection of the caller's choice, for whoever looks after the
/// scheduler from outside of it. Work of every other kind is scheduled through [Tasks].
public final class TaskRows {

  private final JdbcClient jdbc;

  /// @param jdbc whose connection and transaction every call uses
  public TaskRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes a task due now: adds it where it is missing, and moves it to now where it waits for
  /// longer than `ahead`. A task that a worker runs at this moment is left alone.
  ///
  /// @param ahead a task that is due within this time counts as due
  /// @return whether anything was changed
  public boolean ensureDue(
      String task, String instance, TaskHandler.Urgency urgency, Instant now, Duration ahead) {
    int added = jdbc.sql("""
        insert into scheduled_tasks
          (task_name, task_instance, execution_time, picked, version, priority)
        values (:task, :instance, :now, false, 1, :priority) on conflict do nothing
        """)
        .param("task", task)
        .param("instance", instance)
        .param("now", TimeStamps.bind(now))
        .param("priority", urgency.priority())
        .update();
    int moved = jdbc.sql("""
        update scheduled_tasks set execution_time = :now
        where task_name = :task and task_instance = :instance and picked = false
          and execution_time > :ahead
        """)
        .param("task", task)
        .param("instance", instance)
        .param("now", TimeStamps.bind(now))
        .param("ahead", TimeStamps.bind(now.plus(ahead)))
        .update();
    return added + moved > 0;
  }
}
