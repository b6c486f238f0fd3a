package org.healthassistant.assistant.record.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordSection;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.measured.NewReadings;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.ReadState;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RecordReadsTest {
  private static final String WARFARIN = """
      {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order",
       "subject": {"reference": "Patient/%s"}, "medicationCodeableConcept": {"text": "Warfarin"}}""";

  private static final WireMockServer FHIR =
      new WireMockServer(wireMockConfig().dynamicPort().containerThreads(16));
  private static final List<String> FRESH = new ArrayList<>();
  private static final Map<TestDatabase, TestRooms> ROOMS = new EnumMap<>(TestDatabase.class);
  private static int patients;

  private final TestRooms rooms;
  private String patient = "";
  private String pat = "";

  RecordReadsTest(TestDatabase database) {
    this.rooms = ROOMS.computeIfAbsent(database, RecordReadsTest::open);
  }

  private static TestRooms open(TestDatabase database) {
    FHIR.start();
    return TestRooms.with("store", "patient", "audit", "record")
        .settings(Map.of(
            "assistant.record.fhir.base-url", "http://localhost:" + FHIR.port() + "/fhir",
            "assistant.record.fhir.patience", "20s",
            "assistant.record.fhir.timeout", "3s"))
        .bean(
            NewReadings.class,
            () -> (subject, readings) ->
                readings.forEach(reading -> FRESH.add(reading.reading().source())))
        .on(database);
  }

  @BeforeEach
  void begin() {
    FRESH.clear();
    start();
    rooms.bean(Consents.class).decide(pat, Purpose.RECORD, true);
  }

  /// A patient of whom the server has nothing.
  private void start() {
    patient = "pat-" + ++patients;
    pat = rooms.bean(Subjects.class).ensurePatient(patient).id();
    nothing();
  }

  private void nothing() {
    FHIR.resetAll();
    FHIR.stubFor(get(urlPathMatching("/fhir/.*")).atPriority(9).willReturn(page()));
    answer("Patient/" + patient, patient());
  }

  private ResponseDefinitionBuilder patient() {
    return json("""
        {"resourceType": "Patient", "id": "%s", "name": [{"text": "Pat Example"}]}""".formatted(patient));
  }

  /// Ends the rest that a test may have caused.
  @AfterEach
  void heal() {
    rooms.pass(Duration.ofDays(1));
    start();
    rooms.bean(RecordReads.class).await(pat);
    rooms.bean(JdbcClient.class).sql("delete from record_reading").update();
    assertThat(health()).isEqualTo(Status.UP);
  }

  @AfterAll
  static void close() {
    ROOMS.values().forEach(TestRooms::close);
    ROOMS.clear();
    FHIR.stop();
  }

  @Test
  void readsAPatientWhenTheRecordIsAskedForAndTellsOfWhatTimeItIs() {
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    assertThat(section("medicines").entries()).hasSize(1);
    assertThat(desk().riskFacts(pat)).contains(RiskFact.ANTICOAGULANT);
    assertThat(desk().person(pat).orElseThrow().name()).isEqualTo("Pat Example");
    assertThat(desk().asOf(pat)).contains(rooms.now());
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void tellsAPartThatTheServerRefusesAsUnreadAndTheOthersAsTheyAre() {
    answer("AllergyIntolerance", aResponse().withStatus(403));
    assertThat(section("allergies").status()).isEqualTo(RecordSection.Status.INCOMPLETE);
    assertThat(section("conditions").status()).isEqualTo(RecordSection.Status.NONE_RECORDED);
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void saysNotAvailableWhileTheServerIsDownAndNothingWasEverRead() {
    answer("Patient/" + patient, aResponse().withStatus(500));
    assertThat(desk().sections(Viewer.patient(pat), Language.ENGLISH))
        .allMatch(section -> section.status() == RecordSection.Status.NOT_AVAILABLE);
    assertThat(health()).isEqualTo(FhirServerHealth.TROUBLE);
  }

  @Test
  void keepsTheLastGoodCopyWithItsAgeAndLetsTheServerRest() {
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    Instant read = rooms.now();
    assertThat(section("medicines").entries()).hasSize(1);
    answer("Patient/" + patient, aResponse().withStatus(503).withHeader("Retry-After", "120"));
    rooms.pass(Duration.ofHours(3));
    round();
    assertThat(section("medicines").entries()).hasSize(1);
    assertThat(desk().asOf(pat)).contains(read);
    assertThat(health()).isEqualTo(FhirServerHealth.TROUBLE);
    int asked = FHIR.getAllServeEvents().size();
    rooms.pass(Duration.ofSeconds(119));
    round();
    assertThat(FHIR.getAllServeEvents()).hasSize(asked);
    rooms.pass(Duration.ofSeconds(2));
    nothing();
    round();
    assertThat(desk().asOf(pat)).contains(rooms.now());
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void tellsTheAgeWithoutANewCopyWhereNothingChanged() {
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    assertThat(section("medicines").entries()).hasSize(1);
    answer("MedicationRequest", page());
    rooms.pass(Duration.ofHours(2));
    nothing();
    round();
    assertThat(desk().asOf(pat)).contains(rooms.now());
    assertThat(section("medicines").entries()).hasSize(1);
    assertThat(rooms.bean(Audit.class).about(pat, "disclosure")).hasSize(1);
  }

  @Test
  void makesNoNewCopyWhereOnlyTheOrderOfEntriesIsAnother() {
    String first = weight("a");
    answer("Observation", page(first, weight("b")));
    assertThat(desk().isShared(Viewer.patient(pat))).isTrue();
    answer("Observation", page(first));
    rooms.pass(Duration.ofHours(2));
    answer("Observation", page(first));
    round();
    assertThat(rooms.bean(Audit.class).about(pat, "disclosure")).hasSize(1);
    assertThat(desk().asOf(pat)).isPresent();
  }

  @Test
  void leavesTheReadingOfAnotherInstanceThatWasQuicker() {
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    ReadStates states = rooms.bean(ReadStates.class);
    Copies copies = rooms.bean(Copies.class);
    Instant other = rooms.now();
    reads(
            new Copies() {
              @Override
              public Optional<PatientRecord> find(String subjectId) {
                states.put(subjectId, new ReadStates.Known(ReadState.NONE, other));
                return copies.find(subjectId);
              }

              @Override
              public boolean keep(PatientRecord record) {
                return copies.keep(record);
              }
            },
            Optional.empty())
        .await(pat);
    assertThat(copies.find(pat)).isEmpty();
    assertThat(states.find(pat).orElseThrow().state()).isEqualTo(ReadState.NONE);
  }

  @Test
  void keepsTheCopyOnlyTogetherWithWhatTheNextReadingGoesOnFrom() {
    Copies copies = rooms.bean(Copies.class);
    reads(
            new Copies() {
              @Override
              public Optional<PatientRecord> find(String subjectId) {
                return copies.find(subjectId);
              }

              @Override
              public boolean keep(PatientRecord record) {
                copies.keep(record);
                throw new IllegalStateException("between the two");
              }
            },
            Optional.empty())
        .await(pat);
    assertThat(copies.find(pat)).isEmpty();
    assertThat(rooms.bean(ReadStates.class).find(pat)).isEmpty();
  }

  private RecordReads reads(Copies copies, Optional<HandedTokens> tokens) {
    return new RecordReads(
        rooms.bean(FhirServer.class),
        copies,
        rooms.bean(ReadStates.class),
        rooms.bean(Subjects.class),
        rooms.bean(Transactions.class),
        rooms.bean(RealClock.class),
        new RecordReads.Patience(Duration.ofMinutes(1), Duration.ofSeconds(20)),
        tokens);
  }

  /// Without a token, and with one that ended or is refused, nothing is known, which is not none.
  @Test
  void readsWithThePatientsTokenWhileItIsGood() {
    RecordReads byToken =
        reads(rooms.bean(Copies.class), Optional.of(rooms.bean(HandedTokens.class)));
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    byToken.await(pat);
    assertThat(rooms.bean(Copies.class).find(pat)).isEmpty();

    assertThat(hand(byToken, "good", Duration.ofMinutes(5))).isTrue();
    byToken.await(pat);

    FHIR.verify(getRequestedFor(urlPathMatching("/fhir/MedicationRequest"))
        .withHeader("Authorization", equalTo("Bearer good")));
    assertThat(rooms.bean(Copies.class).find(pat)).isPresent();
  }

  @Test
  void forgetsAPatientsTokenThatIsRefusedAndLetsTheServerGoOn() {
    RecordReads byToken =
        reads(rooms.bean(Copies.class), Optional.of(rooms.bean(HandedTokens.class)));
    FHIR.stubFor(
        get(urlPathMatching("/fhir/.*")).atPriority(1).willReturn(aResponse().withStatus(401)));
    hand(byToken, "stale", Duration.ofMinutes(5));
    byToken.await(pat);

    assertThat(rooms.bean(HandedTokens.class).find(pat)).isEmpty();
    assertThat(byToken.trouble()).isEmpty();
    assertThat(rooms.bean(Copies.class).find(pat)).isEmpty();
  }

  @Test
  void keepsNoPatientsTokenBeyondItsEnd() {
    RecordReads byToken =
        reads(rooms.bean(Copies.class), Optional.of(rooms.bean(HandedTokens.class)));
    hand(byToken, "five-minutes", Duration.ofMinutes(5));
    assertThat(rooms.bean(HandedTokens.class).find(pat)).isPresent();

    rooms.pass(Duration.ofMinutes(5));

    assertThat(rooms.bean(HandedTokens.class).find(pat)).isEmpty();
  }

  private boolean hand(RecordReads reads, String token, Duration life) {
    return reads.take(rooms.bean(Subjects.class).get(pat), new Secret(token), "patient/*.rs", life);
  }

  @Test
  void hasNewReadingsScreenedAndNotThoseOfTheFirstCopy() {
    answer("Observation", page(weight("a")));
    assertThat(desk().isShared(Viewer.patient(pat))).isTrue();
    assertThat(FRESH).isEmpty();
    rooms.pass(Duration.ofHours(1));
    answer("Observation", page(weight("b")));
    round();
    assertThat(FRESH).containsExactly("Observation/b");
    round();
    assertThat(FRESH).hasSize(1);
  }

  @Test
  void waitsForNothingInATransactionAndReadsAfterIt() {
    answer("Patient/" + patient, patient().withFixedDelay(1500));
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    rooms.bean(Transactions.class).durable(() -> {
      assertThat(desk().riskFacts(pat)).isEmpty();
      assertThat(desk().isShared(Viewer.patient(pat))).isFalse();
      assertThat(FHIR.getAllServeEvents())
          .noneMatch(event -> event.getRequest().getUrl().contains("/Patient/" + patient));
    });
    assertThat(section("medicines").entries()).hasSize(1);
    assertThat(FHIR.getAllServeEvents())
        .filteredOn(event -> event.getRequest().getUrl().contains("/Patient/" + patient))
        .hasSize(1);
  }

  @Test
  void forgetsWithThePatient() {
    answer("MedicationRequest", page(WARFARIN.formatted(patient)));
    assertThat(desk().isShared(Viewer.patient(pat))).isTrue();
    rooms
        .bean(Transactions.class)
        .durable(() -> rooms.beans(PersonalData.class).forEach(room -> room.erase(pat)));
    assertThat(rooms.bean(ReadStates.class).find(pat)).isEmpty();
    round();
    assertThat(desk().isShared(Viewer.patient(pat))).isFalse();
  }

  private void round() {
    rooms.bean(RecordReads.class).round();
  }

  private RecordDesk desk() {
    return rooms.bean(RecordDesk.class);
  }

  private RecordSection section(String id) {
    return desk().sections(Viewer.patient(pat), Language.ENGLISH).stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Status health() {
    return Objects.requireNonNull(rooms.bean(HealthIndicator.class).health()).getStatus();
  }

  private void answer(String path, ResponseDefinitionBuilder answer) {
    FHIR.stubFor(get(urlPathEqualTo("/fhir/" + path)).atPriority(5).willReturn(answer));
  }

  /// With the time of the rooms, which is the server's too.
  private ResponseDefinitionBuilder json(String body) {
    Instant now = rooms.now();
    return aResponse()
        .withHeader(
            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
        .withBody(body);
  }

  private ResponseDefinitionBuilder page(String... resources) {
    List<String> entries = new ArrayList<>();
    for (String resource : resources) {
      entries.add("{\"resource\": " + resource + "}");
    }
    return json("{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": ["
        + String.join(",", entries) + "]}");
  }

  private String weight(String id) {
    return """
        {"resourceType": "Observation", "id": "%s", "status": "final",
         "subject": {"reference": "Patient/%s"},
         "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}], "text": "Weight"},
         "effectiveDateTime": "%s",
         "valueQuantity": {"value": 70, "unit": "kg", "code": "kg"}}""".formatted(id, patient, rooms.now().minusSeconds(3600));
  }
}
