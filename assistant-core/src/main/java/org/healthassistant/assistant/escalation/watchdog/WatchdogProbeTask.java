package org.healthassistant.assistant.escalation.watchdog;

import java.time.Duration;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.springframework.stereotype.Component;

/// The scheduler's sign of life: a task that does nothing but run again. Where it is overdue,
/// no instance runs anything any more.
@Component
class WatchdogProbeTask implements TaskHandler {

  static final String TASK = "watchdog-probe";

  /// There is one for all instances.
  static final String ID = "scheduler";

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final RealClock clock;

  WatchdogProbeTask(RealClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return TASK;
  }

  @Override
  public Urgency urgency() {
    return Urgency.HIGHEST;
  }

  @Override
  public Next run(String id) {
    return new Next.Again(clock.instant().plus(PAUSE));
  }
}
