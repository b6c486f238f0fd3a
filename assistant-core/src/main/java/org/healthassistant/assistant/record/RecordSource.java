package org.healthassistant.assistant.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.healthassistant.connector.fhir.FhirBundleDirectory.FileReading;
import org.healthassistant.connector.fhir.Problem;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.record.PatientRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where the records come from at once: the configured directory; in demo mode the first patients
/// of a FHIR server on this machine, else the built-in demo patients. Days and times are told in
/// the organisation's time zone.
@Component
final class RecordSource {

  private final RecordSettings settings;
  private final DemoMode demo;
  private final ZoneId zone;
  private final @Nullable FhirServer server;

  RecordSource(
      RecordSettings settings,
      DemoMode demo,
      ClinicalClock clock,
      ObjectProvider<FhirServer> server) {
    this.server = server.getIfAvailable();
    this.settings = settings;
    this.demo = demo;
    this.zone = clock.zone();
  }

  /// Whether the service runs in demo mode, where patients have consented beforehand.
  boolean isDemo() {
    return demo.on();
  }

  /// Whether records may change while the service runs.
  boolean canChange() {
    return settings.directory() != null || server != null;
  }

  /// How often changed files are looked for.
  Duration refresh() {
    return settings.refresh();
  }

  /// Lists the files; empty when no source is configured and the service is not in demo mode.
  Optional<RecordFile.Listing> list() {
    Path directory = settings.directory();
    if (directory != null) {
      FhirBundleDirectory.Listing listing = FhirBundleDirectory.list(directory);
      return Optional.of(new RecordFile.Listing(
          listing.files().stream().map(file -> new OnDisk(file, zone)).toList(),
          listing.problems()));
    }
    if (!demo.on()) {
      return Optional.empty();
    }
    if (server != null) {
      return Optional.of(DemoServer.list(server));
    }
    FhirBundleDirectory.Reading reading = FhirBundleDirectory.builtIn(zone);
    return Optional.of(new RecordFile.Listing(
        reading.records().stream().map(BuiltIn::new).toList(), reading.problems()));
  }

  private record OnDisk(Path file, ZoneId zone) implements RecordFile {

    @Override
    public String key() {
      return Objects.toString(file.getFileName(), "");
    }

    @Override
    public String fingerprint() {
      try {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
      } catch (IOException e) {
        return "unknown";
      }
    }

    @Override
    public Optional<String> patientId() {
      return FhirBundleDirectory.patientId(file);
    }

    @Override
    public FileReading read() {
      return FhirBundleDirectory.readFile(file, zone);
    }
  }

  private record BuiltIn(PatientRecord record) implements RecordFile {

    @Override
    public String key() {
      return record.person().id();
    }

    @Override
    public String fingerprint() {
      return "built in";
    }

    @Override
    public Optional<String> patientId() {
      return Optional.of(record.person().id());
    }

    @Override
    public FileReading read() {
      return new FileReading(Optional.of(record), List.of());
    }
  }

  /// A file of the source, which is read only when it is asked for.
  interface RecordFile {

    /// Tells it from the source's other files.
    String key();

    /// Tells one content of it from another, without reading it.
    String fingerprint();

    /// The patient it is about, read faster than the whole; empty where that cannot be told.
    Optional<String> patientId();

    /// Reads it whole. Nothing of it is kept here.
    FileReading read();

    /// What a source holds.
    ///
    /// @param files in their order
    /// @param problems with the source itself
    record Listing(List<? extends RecordFile> files, List<Problem> problems) {

      public Listing {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
      }
    }
  }
}
