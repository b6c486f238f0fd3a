package org.healthassistant.assistant.escalation.watchdog;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Down while the watchdog finds anything, or does not look; its details are stable words. No
/// part of liveness or readiness: a restart would not help, and an instance that takes messages
/// must go on taking them.
final class WatchdogHealth implements HealthIndicator {

  private final Watchdog watchdog;

  WatchdogHealth(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  @Override
  public Health health() {
    if (watchdog.isSilent()) {
      return Health.down().withDetail("findings", List.of("watchdog-silent")).build();
    }
    List<String> codes = watchdog.findings().stream().map(WatchdogFinding::code).toList();
    return (codes.isEmpty() ? Health.up() : Health.down())
        .withDetail("findings", codes)
        .build();
  }
}
