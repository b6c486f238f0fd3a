package org.healthassistant.assistant.writeback;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.measured.ToldReadings;
import org.healthassistant.assistant.record.spoken.ToldReading;
import org.healthassistant.assistant.record.spoken.ToldReadingReader;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readings that patients told, written to a server that is on the other side of a wire.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WriteBackTest {

  private static final WireMockServer FHIR =
      new WireMockServer(wireMockConfig().dynamicPort().containerThreads(16));
  private static final Map<TestDatabase, TestRooms> ROOMS = new EnumMap<>(TestDatabase.class);
  private static int patients;

  private final TestRooms rooms;
  private Subject pat;

  WriteBackTest(TestDatabase database) {
    this.rooms = ROOMS.computeIfAbsent(database, WriteBackTest::open);
    this.pat = rooms.bean(Subjects.class).ensurePatient("pat-" + ++patients);
  }

  private static TestRooms open(TestDatabase database) {
    FHIR.start();
    return TestRooms.with("store", "patient", "audit", "record", "writeback")
        .settings(Map.of(
            "assistant.record.fhir.base-url", "http://localhost:" + FHIR.port() + "/fhir",
            "assistant.record.fhir.timeout", "3s",
            "assistant.record.fhir.write-back.readings", "true"))
        .on(database);
  }

  /// Ends the rest that a test may have caused.
  @BeforeEach
  void begin() {
    rooms.pass(Duration.ofDays(1));
    rooms.bean(JdbcClient.class).sql("delete from written_resource").update();
    FHIR.resetAll();
    FHIR.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    creates("12");
    FHIR.stubFor(put(urlPathMatching("/fhir/Observation/.*")).willReturn(aResponse()));
  }

  @AfterAll
  static void close() {
    ROOMS.values().forEach(TestRooms::close);
    ROOMS.clear();
    FHIR.stop();
  }

  @Test
  void writesABloodPressureAsWhatThePatientReported() {
    keep("my blood pressure was 150 over 95 this morning");
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(created()).singleElement().satisfies(request -> {
      assertThat(request.getHeader("Content-Type")).startsWith("application/fhir+json");
      assertThat(request.getHeader("If-None-Exist"))
          .isEqualTo("identifier=urn:health-assistant:written|" + row("id"));
      assertThat(request.getBodyAsString())
          .contains("\"identifier\":[{\"system\":\"urn:health-assistant:written\",\"value\":\""
              + row("id") + "\"}]")
          .contains("\"status\":\"final\"")
          .contains("\"code\":\"vital-signs\"")
          .contains("\"code\":\"85354-9\"")
          .contains("\"performer\":[{\"reference\":\"Patient/" + pat.patientId().orElseThrow())
          .contains("\"code\":\"PATRPT\"")
          .contains("\"value\":150,\"unit\":\"mmHg\",\"system\":\"http://unitsofmeasure.org\","
              + "\"code\":\"mm[Hg]\"")
          .contains("\"value\":95,");
    });
    assertThat(row("state")).isEqualTo("WRITTEN");
    assertThat(row("server_id")).isEqualTo("12");
    var meters = rooms.bean(MeterRegistry.class);
    assertThat(
            meters.counter("assistant.writeback.attempts", "outcome", "written").count())
        .isPositive();
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void keepsNothingReadableInTheDatabaseAndNothingOfAReadingThatIsRolledBack() {
    List<ToldReading> told = told("my weight is 81.5 kg");
    try {
      rooms.bean(Transactions.class).durable(() -> {
        keep(told);
        throw new IllegalStateException("the turn failed");
      });
    } catch (IllegalStateException e) {
      assertThat(count()).isZero();
    }
    keep(told);
    assertThat(count()).isEqualTo(1);
    byte[] sealed = rooms
        .bean(JdbcClient.class)
        .sql("select content_sealed from written_resource where subject_id = :s")
        .param("s", pat.id())
        .query((row, n) -> row.getBytes(1))
        .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Observation");
    assertThat(row("about")).hasSize(64).doesNotContain("81.5");
  }

  @Test
  void writesWhatIsUndoneAsEnteredInErrorAndWhatIsToldAgainAsFinal() {
    List<ToldReading> told = told("my pulse is 72");
    keep(told);
    run();
    undo(told);
    run();
    keep(told);
    run();
    assertThat(created()).hasSize(1);
    assertThat(updated())
        .extracting(LoggedRequest::getUrl)
        .containsExactly("/fhir/Observation/12", "/fhir/Observation/12");
    assertThat(updated().getFirst().getBodyAsString())
        .contains("\"id\":\"12\"")
        .contains("\"status\":\"entered-in-error\"");
    assertThat(updated().getLast().getBodyAsString()).contains("\"status\":\"final\"");
  }

  @Test
  void forgetsWhatIsUndoneBeforeTheServerCanHaveIt() {
    List<ToldReading> told = told("my pulse is 71");
    keep(told);
    undo(told);
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(FHIR.getAllServeEvents()).isEmpty();
    assertThat(count()).isZero();
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("failed", aResponse().withStatus(500)),
        Arguments.of("busy", aResponse().withStatus(503)),
        Arguments.of("unauthorized", aResponse().withStatus(401)),
        Arguments.of("conflict", aResponse().withStatus(409)),
        Arguments.of("timeout", aResponse().withStatus(201).withFixedDelay(3500)),
        Arguments.of("broken-off", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("broken-off", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void triesAgainLaterWhatMayBeThereAlready(String code, ResponseDefinitionBuilder trouble) {
    creates(trouble);
    keep("my pulse is 68");
    Instant began = rooms.now();
    assertThat(run()).isEqualTo(new Next.Again(began.plusSeconds(15)));
    assertThat(row("state")).isEqualTo("PENDING");
    assertThat(row("error")).isEqualTo(code);

    rooms.pass(Duration.ofSeconds(15));
    FHIR.resetRequests();
    FHIR.stubFor(get(urlPathEqualTo("/fhir/Observation"))
        .willReturn(aResponse().withBody("""
            {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Observation",
             "id": "77", "identifier": [{"system": "urn:health-assistant:written", "value": "%s"}]}}]}""".formatted(row("id")))));
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(created()).as("the first attempt had got through").isEmpty();
    assertThat(updated()).extracting(LoggedRequest::getUrl).containsExactly("/fhir/Observation/77");
    assertThat(row("server_id")).isEqualTo("77");
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void waitsAsLongAsTheServerAsksAndSendsNothingOfOthersMeanwhile() {
    creates(aResponse().withStatus(429).withHeader("Retry-After", "600"));
    keep("my pulse is 67");
    Instant began = rooms.now();
    assertThat(run()).isEqualTo(new Next.Again(began.plusSeconds(600)));
    assertThat(health()).isEqualTo(WriteBackHealth.TROUBLE);
    FHIR.resetRequests();
    rooms.pass(Duration.ofSeconds(500));
    pat = rooms.bean(Subjects.class).ensurePatient("pat-" + ++patients);
    keep("my pulse is 66");
    assertThat(run()).isEqualTo(new Next.Again(began.plusSeconds(600)));
    assertThat(FHIR.getAllServeEvents()).isEmpty();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(400, "refused"),
        Arguments.of(403, "forbidden"),
        Arguments.of(404, "not-found"),
        Arguments.of(412, "refused"),
        Arguments.of(422, "refused"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void tellsOfWhatTheServerRefusesAndGoesOnWithTheNext(int status, String code) {
    creates(aResponse().withStatus(status));
    keep("my pulse is 64");
    Instant refused = rooms.now();
    assertThat(run()).isEqualTo(new Next.Again(refused.plus(Duration.ofDays(1))));
    assertThat(row("state")).isEqualTo("REFUSED");
    assertThat(row("error")).isEqualTo(code);
    assertThat(health()).isEqualTo(WriteBackHealth.TROUBLE);
    creates("13");
    keep("my oxygen is 97");
    run();
    assertThat(states()).containsExactlyInAnyOrder("REFUSED", "WRITTEN");
    rooms.pass(Duration.ofDays(1));
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(states()).containsExactly("WRITTEN", "WRITTEN");
  }

  @Test
  void givesUpWhatIsRefusedForAWeek() {
    creates(aResponse().withStatus(422));
    keep("my pulse is 63");
    for (int day = 0; day < 7; day++) {
      run();
      rooms.pass(Duration.ofDays(1));
    }
    assertThat(row("state")).isEqualTo("GIVEN_UP");
    FHIR.resetRequests();
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(FHIR.getAllServeEvents()).isEmpty();
  }

  @Test
  void sendsAgainWhatADeadProcessWasSending() {
    keep("my pulse is 62");
    rooms
        .bean(Transactions.class)
        .durable(() -> rooms.bean(WrittenResources.class).claim(pat.id(), rooms.now()));
    Instant died = rooms.now();
    assertThat(run()).isEqualTo(new Next.Again(died.plus(Duration.ofMinutes(5))));
    rooms.pass(Duration.ofMinutes(5));
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(row("state")).isEqualTo("WRITTEN");
  }

  @Test
  void sendsTheLaterFormThatCameWhileTheEarlierWasBeingSent() {
    List<ToldReading> told = told("my pulse is 61");
    keep(told);
    WrittenResources table = rooms.bean(WrittenResources.class);
    WrittenResource sent = rooms
        .bean(Transactions.class)
        .durable(() -> table.claim(pat.id(), rooms.now()))
        .orElseThrow();
    undo(told);
    rooms
        .bean(Transactions.class)
        .durable(() -> table.conclude(
            sent, WrittenResource.State.WRITTEN, "12", "", rooms.now(), rooms.now()));
    assertThat(row("state")).isEqualTo("PENDING");
    run();
    assertThat(updated())
        .singleElement()
        .satisfies(request -> assertThat(request.getBodyAsString()).contains("entered-in-error"));
  }

  @Test
  void leavesDeletedWhatSomebodyDeletedAtTheServer() {
    List<ToldReading> told = told("my pulse is 60");
    keep(told);
    run();
    FHIR.stubFor(
        put(urlPathMatching("/fhir/Observation/.*")).willReturn(aResponse().withStatus(410)));
    undo(told);
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(row("state")).isEqualTo("DELETED");
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void exportsAndForgetsWithThePatient() {
    keep("my temperature is 38.2 celsius");
    PersonalData data = rooms.bean(WriteBackPersonalData.class);
    assertThat(data.export(pat.id()).get("written-to-fhir.json"))
        .contains("\"value\":38.2")
        .contains("\"code\":\"Cel\"");
    rooms.bean(Transactions.class).durable(() -> data.erase(pat.id()));
    assertThat(run()).isInstanceOf(Next.Done.class);
    assertThat(FHIR.getAllServeEvents()).isEmpty();
  }

  private List<ToldReading> told(String text) {
    List<ToldReading> told =
        ToldReadingReader.read(text, OffsetDateTime.parse("2026-11-24T08:30:00Z"));
    assertThat(told).isNotEmpty();
    return told;
  }

  private void keep(String text) {
    keep(told(text));
  }

  private void keep(List<ToldReading> told) {
    rooms.bean(Transactions.class).durable(() -> {
      rooms.bean(Subjects.class).lock(pat.id());
      rooms.bean(ToldReadings.class).keep(pat, told);
    });
  }

  private void undo(List<ToldReading> told) {
    rooms.bean(Transactions.class).durable(() -> {
      rooms.bean(Subjects.class).lock(pat.id());
      rooms.bean(ToldReadings.class).takeOut(pat, told);
    });
  }

  private Next run() {
    return rooms.bean(WriteTask.class).run(pat.id());
  }

  private static void creates(String id) {
    creates(aResponse()
        .withStatus(201)
        .withHeader("Location", "http://localhost/fhir/Observation/" + id + "/_history/1"));
  }

  private static void creates(ResponseDefinitionBuilder answer) {
    FHIR.stubFor(post(urlPathEqualTo("/fhir/Observation")).willReturn(answer));
  }

  private static List<LoggedRequest> created() {
    return FHIR.findAll(postRequestedFor(urlPathEqualTo("/fhir/Observation")));
  }

  private static List<LoggedRequest> updated() {
    return FHIR.findAll(putRequestedFor(urlPathMatching("/fhir/.*")));
  }

  private Status health() {
    return Objects.requireNonNull(rooms.bean(WriteBackHealth.class).health()).getStatus();
  }

  private int count() {
    return states().size();
  }

  private List<String> states() {
    return rooms
        .bean(JdbcClient.class)
        .sql("select state from written_resource where subject_id = :s")
        .param("s", pat.id())
        .query((row, n) -> row.getString("state"))
        .list();
  }

  private String row(String column) {
    return rooms
        .bean(JdbcClient.class)
        .sql("select " + column + " from written_resource where subject_id = :s")
        .param("s", pat.id())
        .query(String.class)
        .single();
  }
}
