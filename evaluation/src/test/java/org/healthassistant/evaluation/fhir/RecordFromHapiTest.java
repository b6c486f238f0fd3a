package org.healthassistant.evaluation.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.connector.fhir.FhirBundleDirectory;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirServerSettings;
import org.healthassistant.connector.fhir.server.ReadState;
import org.healthassistant.connector.fhir.server.ServerReading;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from a real server is what was put there.
class RecordFromHapiTest {

  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  private static HapiServer server;

  @BeforeAll
  static void open() {
    server = new HapiServer();
  }

  @AfterAll
  static void close() throws Exception {
    server.close();
  }

  @BeforeEach
  void empty() {
    server.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dana-whitfield", "maria-alvarez", "priya-nair", "robert-hayes", "tom-becker"})
  void readsADemoPatientAsFromItsFile(String id) throws IOException {
    server.put(bundle(id));
    PatientRecord fromFile = FhirBundleDirectory.builtIn(ZoneOffset.UTC).records().stream()
        .filter(record -> record.person().id().equals(id))
        .findFirst()
        .orElseThrow();
    ServerReading reading = reader().read(id, ReadState.NONE);
    PatientRecord fromServer = reading.onto(null);
    assertThat(reading.failures()).isEmpty();
    assertThat(reading.problems()).isEmpty();
    assertThat(fromServer.person()).isEqualTo(fromFile.person());
    assertThat(fromServer.entries()).containsExactlyInAnyOrderElementsOf(fromFile.entries());
    assertThat(fromServer.incomplete()).isEqualTo(fromFile.incomplete());
  }

  @Test
  void readsAYearOfThreeThousandResourcesWholeAndThenOnlyWhatChanged() {
    server.put(YearOfAPatient.resources());
    FhirServer reader = reader();
    long start = System.nanoTime();
    ServerReading first = reader.read(YearOfAPatient.ID, ReadState.NONE);
    PatientRecord record = first.onto(null);
    Duration cold = Duration.ofNanos(System.nanoTime() - start);
    assertThat(record.entries()).hasSize(2974);
    assertThat(record.incomplete()).isEmpty();
    assertThat(record.entries(Medication.class)).allSatisfy(medicine -> {
      assertThat(medicine.label()).startsWith("Drug ");
      assertThat(Objects.requireNonNull(medicine.ordering()).prescriber()).startsWith("Jo Doe");
      assertThat(medicine.ordering().reasons().getFirst()).startsWith("Condition ");
    });

    var changed = (Observation) YearOfAPatient.resources().stream()
        .filter(one -> one.getIdElement().getIdPart().equals("lab-7"))
        .findFirst()
        .orElseThrow();
    changed.getValueQuantity().setValue(new BigDecimal("301"));
    server.clear();
    server.put(
        List.of(YearOfAPatient.resources().getFirst(), changed, allergy("new", YearOfAPatient.ID)));
    start = System.nanoTime();
    ServerReading second = reader.read(YearOfAPatient.ID, first.state());
    Duration delta = Duration.ofNanos(System.nanoTime() - start);
    PatientRecord after = second.onto(record);
    assertThat(after.entries()).hasSize(2975);
    assertThat(after.entries(Measurement.class))
        .filteredOn(lab -> lab.source().equals("Observation/lab-7"))
        .singleElement()
        .satisfies(lab -> assertThat(lab.value()).hasToString("301"));
    System.out.println("3,000 resources read cold in " + cold.toMillis() + " ms, changes in "
        + delta.toMillis() + " ms");
  }

  @Test
  void seesWhatIsDeletedOnceAllIsReadAgain() {
    server.put(List.of(YearOfAPatient.resources().getFirst()));
    server.put(List.of(allergy("a", "year"), allergy("b", "year"), allergy("c", "other")));
    ServerReading first = reader().read("year", ReadState.NONE);
    assertThat(sources(first.onto(null)))
        .containsExactlyInAnyOrder("AllergyIntolerance/a", "AllergyIntolerance/b");
    server.stored("AllergyIntolerance").remove("a");
    ServerReading second = reader(NOW.plus(Duration.ofDays(1))).read("year", first.state());
    assertThat(sources(second.onto(first.onto(null)))).containsExactly("AllergyIntolerance/b");
  }

  private static Set<String> sources(PatientRecord record) {
    return record.entries().stream().map(Entry::source).collect(Collectors.toSet());
  }

  private static FhirServer reader() {
    return reader(NOW);
  }

  private static FhirServer reader(Instant now) {
    return new FhirServer(
        new FhirServerSettings(
            server.baseUrl(), Optional.empty(), Duration.ofSeconds(20), 500, ZoneOffset.UTC),
        () -> now);
  }

  private static AllergyIntolerance allergy(String id, String patient) {
    AllergyIntolerance allergy = new AllergyIntolerance();
    allergy.setId(id);
    allergy.setPatient(new Reference("Patient/" + patient));
    allergy.setCode(new CodeableConcept().setText("Latex"));
    return allergy;
  }

  private static Bundle bundle(String id) throws IOException {
    try (InputStream in = FhirBundleDirectory.class.getResourceAsStream("demo/" + id + ".json")) {
      return HapiServer.R4
          .newJsonParser()
          .parseResource(Bundle.class, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
