package org.healthassistant.assistant.writeback;

import org.healthassistant.assistant.store.RealClock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// In trouble while the FHIR server does not take what is written to it, as the reading of
/// records is while it gives none.
final class WriteBackHealth implements HealthIndicator {

  /// Only the group `records` knows it as bad.
  static final Status TROUBLE = new Status("TROUBLE");

  private final WrittenResources rows;
  private final WriteTask task;
  private final RealClock clock;

  WriteBackHealth(WrittenResources rows, WriteTask task, RealClock clock) {
    this.rows = rows;
    this.task = task;
    this.clock = clock;
  }

  @Override
  public Health health() {
    int stuck = rows.stuck(clock.instant());
    String code = task.trouble();
    if (stuck == 0 && code.isEmpty()) {
      return Health.up().build();
    }
    Health.Builder health = Health.status(TROUBLE).withDetail("unwritten", stuck);
    return (code.isEmpty() ? health : health.withDetail("trouble", code)).build();
  }
}
