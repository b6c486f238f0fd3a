package org.healthassistant.assistant.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Starts the scheduler when everything else is up and stops it first. Work that a dead process
/// of this instance had in hand is free again before that.
final class SchedulerLifecycle implements SmartLifecycle {

  private final Scheduler scheduler;
  private final Instance instance;
  private final JdbcClient jdbc;
  private final SchedulerClock clock;
  private volatile boolean running;

  SchedulerLifecycle(
      Scheduler scheduler, Instance instance, JdbcClient jdbc, SchedulerClock clock) {
    this.scheduler = scheduler;
    this.instance = instance;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void start() {
    instance.freeInherited(jdbc);
    clock.start();
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
    clock.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
