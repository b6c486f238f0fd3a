package org.healthassistant.assistant.record;

import java.nio.file.Path;
import java.util.Optional;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.healthassistant.connector.fhir.FhirBundleDirectory.Reading;
import org.springframework.stereotype.Component;

/// Where the records come from: the configured directory, in demo mode the built-in demo
/// patients.
@Component
final class RecordSource {

  private final RecordSettings settings;
  private final DemoMode demo;

  RecordSource(RecordSettings settings, DemoMode demo) {
    this.settings = settings;
    this.demo = demo;
  }

  /// Whether the service runs in demo mode, where patients have consented beforehand.
  boolean isDemo() {
    return demo.on();
  }

  /// Reads all records; empty when none is configured and the service is not in demo mode.
  Optional<Reading> read() {
    Path directory = settings.directory();
    if (directory != null) {
      return Optional.of(FhirBundleDirectory.read(directory));
    }
    return demo.on() ? Optional.of(FhirBundleDirectory.builtIn()) : Optional.empty();
  }
}
