package org.healthassistant.assistant.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions and tasks without a database, for simulations in one thread. Nothing rolls back.
public final class MemoryStore {

  private MemoryStore() {}

  /// Where scheduled work is kept.
  @FunctionalInterface
  public interface Schedule {
    /// Keeps it, unless that id is kept under that name already.
    void add(String name, String id, Instant at);
  }

  /// Transactions that only run the work, and afterwards what is to come after it.
  public static Transactions transactions() {
    return new Transactions(
        new TransactionTemplate(new Nowhere()), new Checkpoint(false, () -> {}));
  }

  /// Tasks that are kept in a schedule.
  @SuppressWarnings("NullAway") // What is added always is, so no row is asked for.
  public static Tasks tasks(Transactions transactions, Schedule schedule) {
    SchedulerClient client = (SchedulerClient) Proxy.newProxyInstance(
        MemoryStore.class.getClassLoader(),
        new Class<?>[] {SchedulerClient.class},
        (self, method, arguments) -> {
          if (method.getName().equals("scheduleIfNotExists")
              && arguments[0] instanceof TaskInstance<?> task) {
            schedule.add(task.getTaskName(), task.getId(), (Instant) arguments[1]);
            return true;
          }
          throw new UnsupportedOperationException(method.getName());
        });
    return new Tasks(client, null, transactions, name -> 0);
  }

  private static final class Nowhere extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }
}
