package org.healthassistant.assistant.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in a transaction. What a sender is told has happened was in [#durable].
///
/// Calls nest: an inner call joins the outer transaction, and the outermost one makes it durable.
/// Safe from any thread; a transaction belongs to the thread that opened it.
public final class Transactions {

  private final TransactionTemplate template;
  private final Checkpoint checkpoint;

  Transactions(TransactionTemplate template, Checkpoint checkpoint) {
    this.template = template;
    this.checkpoint = checkpoint;
  }

  /// Runs the work, commits, and returns once the commit survives the death of the process. Work
  /// handed to [#afterCommit] runs then. An exception rolls everything back and is thrown on.
  public <T extends @Nullable Object> T durable(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    List<Runnable> afterwards = new ArrayList<>();
    T result = inTransaction(work, afterwards);
    checkpoint.await();
    afterwards.forEach(Runnable::run);
    return result;
  }

  /// As [#durable], for work without a result.
  public void durable(Runnable work) {
    Transactions.<@Nullable Object>ignore(durable(() -> {
      work.run();
      return (@Nullable Object) null;
    }));
  }

  /// Runs something once the surrounding transaction is committed and durable; at once where
  /// there is none. Not run when it rolls back.
  public void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      action.run();
      return;
    }
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (known instanceof Afterwards afterwards) {
        afterwards.actions.add(action);
        return;
      }
    }
    throw new IllegalStateException("afterCommit outside of Transactions.durable");
  }

  private <T extends @Nullable Object> T inTransaction(
      Supplier<T> work, List<Runnable> afterwards) {
    return template.execute(status -> {
      TransactionSynchronizationManager.registerSynchronization(new Afterwards(afterwards));
      return work.get();
    });
  }

  private static <T extends @Nullable Object> void ignore(T value) {}

  private record Afterwards(List<Runnable> actions) implements TransactionSynchronization {}
}
