package org.healthassistant.connector.fhir.server;

import java.time.Duration;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;

/// The time by which a whole reading has to end, however slowly each answer drips.
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// How long there is until then, in nanoseconds; 0 where it has passed.
  long left() {
    return Math.max(0, nanos - System.nanoTime());
  }

  /// Whether it has passed.
  boolean isPast() {
    return System.nanoTime() - nanos >= 0;
  }

  /// @throws FhirServerException if it has passed
  void check() {
    if (isPast()) {
      throw new FhirServerException(Kind.TIMEOUT);
    }
  }
}
