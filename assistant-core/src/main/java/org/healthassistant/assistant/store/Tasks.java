package org.healthassistant.assistant.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

/// Schedules work in the caller's transaction: the row exists exactly when the caller commits.
public final class Tasks {

  private final SchedulerClient client;
  private final Transactions transactions;
  private final ToIntFunction<String> priority;
  private final AtomicReference<Runnable> look = new AtomicReference<>(() -> {});

  /// @param priority that of the work of a name
  Tasks(SchedulerClient client, Transactions transactions, ToIntFunction<String> priority) {
    this.client = client;
    this.transactions = transactions;
    this.priority = priority;
  }

  /// Schedules one run; nothing happens when that id is scheduled under that name already. The
  /// caller holds the lock of the subject concerned, so no other transaction schedules the same.
  public void schedule(String name, String id, Instant at) {
    client.scheduleIfNotExists(
        new TaskInstance.Builder<Void>(name, id)
            .priority(priority.applyAsInt(name))
            .build(),
        at);
    transactions.afterCommit(() -> look.get().run());
  }

  void onDue(Runnable lookForDueWork) {
    look.set(lookForDueWork);
  }
}
