package org.healthassistant.assistant.record;

import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Runs the import again and again, at first soon after the start, by one of the instances that
/// share the database.
@Component
class RecordRefresh implements TaskHandler, SmartInitializingSingleton {

  private static final String NAME = "record-refresh";
  private static final String ID = "all";

  private final RecordSource source;
  private final RecordImport records;
  private final Tasks tasks;
  private final Transactions transactions;
  private final RealClock clock;

  RecordRefresh(
      RecordSource source,
      RecordImport records,
      Tasks tasks,
      Transactions transactions,
      RealClock clock) {
    this.source = source;
    this.records = records;
    this.tasks = tasks;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (source.canChange()) {
      transactions.durable(() -> tasks.schedule(NAME, ID, clock.instant()));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Next run(String id) {
    if (!source.canChange()) {
      return new Next.Done();
    }
    records.run();
    return new Next.Again(clock.instant().plus(source.refresh()));
  }
}
