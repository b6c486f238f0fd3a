package org.healthassistant.evaluation.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirServerSettings;
import org.healthassistant.connector.fhir.server.FhirWriter;
import org.healthassistant.connector.fhir.server.OutgoingResource;
import org.healthassistant.connector.fhir.server.ReadState;
import org.healthassistant.connector.fhir.server.WriteOutcome;
import org.healthassistant.connector.fhir.written.EscalationResources;
import org.healthassistant.connector.fhir.written.EscalationResources.Alert;
import org.healthassistant.connector.fhir.written.EscalationResources.Priority;
import org.healthassistant.connector.fhir.written.EscalationResources.Progress;
import org.healthassistant.connector.fhir.written.EscalationResources.Request;
import org.healthassistant.connector.fhir.written.ReportedReading;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is written back, as HAPI's server takes it: each once, however often it is tried.
class WrittenToHapiTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T08:30:00Z");
  private static HapiServer hapi;
  private static FhirServer server;
  private static FhirWriter writer;

  @BeforeAll
  static void open() {
    hapi = new HapiServer();
    server = new FhirServer(
        new FhirServerSettings(
            hapi.baseUrl(), Optional.empty(), Duration.ofSeconds(10), 100, ZoneOffset.UTC),
        () -> Instant.parse("2026-11-24T15:00:00Z"));
    writer = server.writer();
    Patient pat = new Patient();
    pat.setId("Patient/pat");
    pat.addName().setText("Pat Example");
    hapi.put(List.of(pat));
  }

  @AfterAll
  static void close() throws Exception {
    hapi.close();
  }

  @Test
  void aReadingIsCreatedOnceAndThenChangedInItsPlace() {
    String id = done(write("Observation", "r-1", "", false, weight("r-1", false)));
    assertThat(done(write("Observation", "r-1", "", false, weight("r-1", false))))
        .isEqualTo(id);
    assertThat(done(write("Observation", "r-1", "", true, weight("r-1", false))))
        .isEqualTo(id);
    assertThat(hapi.stored("Observation").all())
        .singleElement()
        .isInstanceOfSatisfying(Observation.class, stored -> {
          assertThat(stored.getStatus()).isEqualTo(ObservationStatus.FINAL);
          assertThat(stored.getValueQuantity().getCode()).isEqualTo("kg");
          assertThat(stored.getPerformerFirstRep().getReference()).isEqualTo("Patient/pat");
        });
    done(write("Observation", "r-1", id, true, weight("r-1", true)));
    assertThat(hapi.stored("Observation").all())
        .singleElement()
        .isInstanceOfSatisfying(
            Observation.class,
            stored -> assertThat(stored.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR));
    done(write("Observation", "r-2", "", false, weight("r-2", false)));
    assertThat(server.read("pat", ReadState.NONE).onto(null).entries())
        .as("what we wrote is told from here, not read back")
        .isEmpty();
  }

  @Test
  void aTaskFollowsTheCareTeam() {
    done(write(
        "Communication",
        "c-1",
        "",
        false,
        EscalationResources.communication(
            "c-1", new Alert("pat", Priority.STAT, AT, List.of("chest pain")))));
    String id = done(write("Task", "t-1", "", false, task(Progress.REQUESTED, null)));
    done(write("Task", "t-1", id, true, task(Progress.COMPLETED, "advised")));
    assertThat(hapi.stored("Task").all())
        .singleElement()
        .isInstanceOfSatisfying(Task.class, stored -> {
          assertThat(stored.getStatus()).isEqualTo(TaskStatus.COMPLETED);
          assertThat(stored.getFocus().getIdentifier().getValue()).isEqualTo("c-1");
          assertThat(stored.getBusinessStatus().getText()).isEqualTo("advised");
        });
  }

  private static String task(Progress progress, @Nullable String outcome) {
    return EscalationResources.task(
        "t-1",
        new Request(
            "pat", Priority.STAT, progress, "c-1", AT, AT, AT, Optional.ofNullable(outcome)));
  }

  private static WriteOutcome write(
      String type, String identifier, String serverId, boolean tried, String json) {
    return writer.write(new OutgoingResource(type, identifier, serverId, tried, json));
  }

  private static String done(WriteOutcome outcome) {
    assertThat(outcome).isInstanceOf(WriteOutcome.Done.class);
    return ((WriteOutcome.Done) outcome).serverId();
  }

  private static String weight(String identifier, boolean withdrawn) {
    Measurement weight = new Measurement(
        "Observation/told-weight",
        List.of(Code.loinc("29463-7")),
        "Body weight",
        "vital-signs",
        new BigDecimal("81.50"),
        null,
        "kg",
        "kg",
        null,
        List.of(),
        null,
        null,
        List.of(),
        Measurement.Status.FINAL,
        PartialDate.of(AT.toLocalDate()),
        AT);
    return ReportedReading.json(identifier, "pat", weight, withdrawn);
  }
}
