package org.healthassistant.assistant.record;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.RecordSource.RecordFile;
import org.healthassistant.connector.fhir.FhirBundleDirectory.FileReading;
import org.healthassistant.connector.fhir.Problem;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirServerException;
import org.healthassistant.connector.fhir.server.ReadState;

/// The first patients of a FHIR server, whom demo mode lets anybody sign in as.
final class DemoServer {

  private static final int MOST = 10;

  private DemoServer() {}

  /// Lists them; a server that cannot be asked is a problem of the listing.
  static RecordFile.Listing list(FhirServer server) {
    try {
      return new RecordFile.Listing(
          server.patients(MOST).stream().map(id -> new OnServer(server, id)).toList(), List.of());
    } catch (FhirServerException e) {
      return new RecordFile.Listing(List.of(), List.of(problem(e)));
    }
  }

  private static Problem problem(FhirServerException e) {
    return new Problem(
        "",
        "",
        "the FHIR server cannot be read (" + e.kind().code() + ")",
        "start it, or correct assistant.record.fhir.base-url");
  }

  private record OnServer(FhirServer server, String id) implements RecordFile {

    @Override
    public String key() {
      return id;
    }

    @Override
    public String fingerprint() {
      return "server";
    }

    @Override
    public Optional<String> patientId() {
      return Optional.of(id);
    }

    @Override
    public FileReading read() {
      try {
        return new FileReading(Optional.of(server.read(id, ReadState.NONE).onto(null)), List.of());
      } catch (FhirServerException e) {
        return new FileReading(Optional.empty(), List.of(problem(e)));
      }
    }
  }
}
