package org.healthassistant.assistant.record;

import org.healthassistant.assistant.record.server.RecordReads;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Tasks;
import org.healthassistant.assistant.store.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Runs the import, or the readings of a FHIR server, again and again, at first soon after the
/// start, by one of the instances that share the database.
@Component
class RecordRefresh implements TaskHandler, SmartInitializingSingleton {

  private static final String NAME = "record-refresh";
  private static final String ID = "all";

  private final RecordSource source;
  private final RecordImport records;
  private final Tasks tasks;
  private final Transactions transactions;
  private final RealClock clock;
  private final ObjectProvider<RecordReads> reads;

  RecordRefresh(
      RecordSource source,
      RecordImport records,
      Tasks tasks,
      Transactions transactions,
      RealClock clock,
      ObjectProvider<RecordReads> reads) {
    this.reads = reads;
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
    RecordReads server = reads.getIfAvailable();
    if (server != null) {
      server.round();
    } else {
      records.run();
    }
    return new Next.Again(clock.instant().plus(source.refresh()));
  }
}
