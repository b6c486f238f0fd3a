package org.healthassistant.assistant.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Down while a text has waited for more than ten seconds: the gateway or the scheduler is stuck.
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final OutboxRows rows;
  private final RealClock clock;

  OutboxHealth(OutboxRows rows, RealClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Optional<Instant> oldest = rows.oldestPending();
    Duration waits = Duration.between(oldest.orElse(clock.instant()), clock.instant());
    Health.Builder health = waits.compareTo(LONGEST_WAIT) > 0 ? Health.down() : Health.up();
    return health.withDetail("oldestWaitsSeconds", waits.toSeconds()).build();
  }
}
