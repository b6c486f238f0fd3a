package org.healthassistant.assistant.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schedules work in the caller's transaction: the row exists exactly when the caller commits.
public final class Tasks {

  /// Ends the row of work that was scheduled anew while it was being run; no id ends so.
  private static final String ANEW = "~";

  private final SchedulerClient client;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final ToIntFunction<String> priority;
  private final AtomicReference<Runnable> look = new AtomicReference<>(() -> {});

  /// @param priority that of the work of a name
  Tasks(
      SchedulerClient client,
      JdbcClient jdbc,
      Transactions transactions,
      ToIntFunction<String> priority) {
    this.client = client;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.priority = priority;
  }

  /// Schedules one run, which begins after the caller's commit and not before `at`. Where that id
  /// waits under that name already, that run counts, and is brought forward if it is later.
  ///
  /// The row that waits is held until the commit, so that no worker takes it before and ends
  /// without having seen the caller's change.
  ///
  /// Work that is being run at this moment may have looked before the caller's change, and its
  /// row goes when it ends. So it is run once more beside, for the same id: under a row of its
  /// own, marked by [#ANEW]. For example, `tell-patient` runs for `e1/0`, finds nothing to tell
  /// and is about to end; a page is accepted and schedules `tell-patient` for `e1/0`: the row
  /// is there, but picked, so `e1/0~` is added and runs too.
  public void schedule(String name, String id, Instant at) {
    String row = id;
    while (!add(name, row, at) && !hold(name, row, at)) {
      row = isThere(name, row) ? row + ANEW : row;
    }
    transactions.afterCommit(() -> look.get().run());
  }

  /// The id of the work of a row.
  static String idOf(String row) {
    int end = row.length();
    while (row.startsWith(ANEW, end - ANEW.length())) {
      end -= ANEW.length();
    }
    return row.substring(0, end);
  }

  private boolean add(String name, String row, Instant at) {
    return client.scheduleIfNotExists(
        new TaskInstance.Builder<Void>(name, row)
            .priority(priority.applyAsInt(name))
            .build(),
        at);
  }

  /// Whether the row waits; then nobody takes it before the caller's transaction ends.
  private boolean hold(String name, String row, Instant at) {
    return jdbc.sql("""
        update scheduled_tasks
        set execution_time = case when execution_time > :at then :at else execution_time end
        where task_name = :name and task_instance = :row and picked = false
        """)
            .param("at", TimeStamps.bind(at))
            .param("name", name)
            .param("row", row)
            .update()
        == 1;
  }

  private boolean isThere(String name, String row) {
    return client.getScheduledExecution(TaskInstanceId.of(name, row)).isPresent();
  }

  void onDue(Runnable lookForDueWork) {
    look.set(lookForDueWork);
  }
}
