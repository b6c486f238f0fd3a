package org.healthassistant.assistant.record.server;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// In trouble while the FHIR server fails, by a stable word. Not down, and so no part of the
/// health by which a load balancer decides: messages are taken and screened all the same, and
/// the copies are told with their age.
final class FhirServerHealth implements HealthIndicator {

  /// Only the group `records` knows it as bad.
  static final Status TROUBLE = new Status("TROUBLE");

  private final RecordReads reads;

  FhirServerHealth(RecordReads reads) {
    this.reads = reads;
  }

  @Override
  public Health health() {
    return reads
        .trouble()
        .map(code -> Health.status(TROUBLE).withDetail("trouble", code).build())
        .orElseGet(() -> Health.up().build());
  }
}
