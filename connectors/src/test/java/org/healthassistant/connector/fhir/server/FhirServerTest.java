package org.healthassistant.connector.fhir.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.allergy;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.json;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.page;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.weight;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirServerTest {

  @RegisterExtension
  final ScriptedFhir fhir = new ScriptedFhir();

  @Test
  void readsAPatientOfWhomThereIsNothingAsEmptyAndWhole() {
    ServerReading reading = fhir.open().read("pat", ReadState.NONE);
    PatientRecord record = reading.onto(null);
    assertThat(record.person().name()).isEqualTo("Pat Example");
    assertThat(record.entries()).isEmpty();
    assertThat(record.incomplete()).isEmpty();
    assertThat(record.asOf()).isEqualTo(ScriptedFhir.NOW);
    assertThat(reading.failures()).isEmpty();
  }

  @Test
  void followsPagesToTheirEnd() {
    fhir.answer("/Observation", fhir.pageBefore(fhir.baseUrl() + "?page=2", weight("a", "70")));
    fhir.answer("", "page", "2", fhir.pageBefore("fhir?page=3", weight("b", "71")));
    fhir.answer("", "page", "3", page(weight("c", "72.50")));
    PatientRecord record = read();
    assertThat(sources(record)).containsExactly("Observation/a", "Observation/b", "Observation/c");
    assertThat(record.entries(Measurement.class).getLast().value()).asString().isEqualTo("72.50");
    assertThat(record.incomplete()).isEmpty();
  }

  @Test
  void leavesOutWhatWasEnteredInErrorAndKeepsTheValueThatIsAbsent() {
    fhir.answer(
        "/Observation",
        page(
            weight("a", "70").replace("\"final\"", "\"entered-in-error\""),
            weight("b", "71")
                .replaceFirst(
                    "\"valueQuantity\".*$", "\"dataAbsentReason\": {\"text\": \"not asked\"}}")));
    assertThat(sources(read())).containsExactly("Observation/b");
  }

  @Test
  void takesWhatAReferenceLeadsToFromThePageAndAsksForTheRest() {
    fhir.answer("/metadata", json("""
        {"resourceType": "CapabilityStatement", "rest": [{"resource": [
          {"type": "MedicationRequest", "searchInclude": ["MedicationRequest:medication"]}]}]}"""));
    fhir.answer("/MedicationRequest", page("""
        {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order",
         "subject": {"reference": "Patient/pat"},
         "medicationReference": {"reference": "Medication/med"},
         "requester": {"reference": "Practitioner/doc"}}""", """
        {"resourceType": "Medication", "id": "med", "code": {"text": "Metformin 500 mg"}}"""));
    fhir.answer("/Practitioner", "_id", "doc", page("""
        {"resourceType": "Practitioner", "id": "doc", "name": [{"text": "Dr. Lee"}]}"""));
    Medication read = read().entries(Medication.class).getFirst();
    assertThat(read.label()).isEqualTo("Metformin 500 mg");
    assertThat(Objects.requireNonNull(read.ordering()).prescriber()).isEqualTo("Dr. Lee");
    assertThat(fhir.asked("/MedicationRequest").getFirst().getUrl())
        .contains("_include=MedicationRequest%3Amedication");
    assertThat(fhir.asked("/Medication")).isEmpty();
  }

  @Test
  void takesNobodyOfAnotherServerForOneOfThisWhoBearsTheSameId() {
    fhir.answer("/MedicationRequest", page("""
        {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order",
         "subject": {"reference": "Patient/pat"},
         "medicationCodeableConcept": {"text": "Metformin 500 mg"},
         "requester": {"reference": "https://elsewhere.example/fhir/Practitioner/doc"}}"""));
    fhir.answer("/Practitioner", "_id", "doc", page("""
        {"resourceType": "Practitioner", "id": "doc", "name": [{"text": "Dr. Lee"}]}"""));
    Medication read = read().entries(Medication.class).getFirst();
    assertThat(Optional.ofNullable(read.ordering()).map(Medication.Ordering::prescriber))
        .isEmpty();
    assertThat(fhir.asked("/Practitioner")).isEmpty();
  }

  @Test
  void followsAFullAddressOfItsOwnServer() {
    fhir.answer("/MedicationRequest", page("""
        {"resourceType": "MedicationRequest", "id": "m", "status": "active", "intent": "order",
         "subject": {"reference": "Patient/pat"},
         "medicationCodeableConcept": {"text": "Metformin 500 mg"},
         "requester": {"reference": "%s/Practitioner/doc"}}""".formatted(fhir.baseUrl())));
    fhir.answer("/Practitioner", "_id", "doc", page("""
        {"resourceType": "Practitioner", "id": "doc", "name": [{"text": "Dr. Lee"}]}"""));
    Medication read = read().entries(Medication.class).getFirst();
    assertThat(Objects.requireNonNull(read.ordering()).prescriber()).isEqualTo("Dr. Lee");
  }

  @Test
  void asksByCategoryWhereTheServerWantsMoreThanThePatient() {
    fhir.answer("/Observation", aResponse().withStatus(400).withBody("{}"));
    fhir.server()
        .stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(
                com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo("/fhir/Observation"))
            .withQueryParam(
                "category",
                com.github.tomakehurst.wiremock.client.WireMock.containing("vital-signs"))
            .atPriority(3)
            .willReturn(page(weight("a", "70"))));
    PatientRecord record = read();
    assertThat(sources(record)).containsExactly("Observation/a");
    assertThat(record.incomplete()).isEmpty();
  }

  @Test
  void neverAsksForAnIdThatIsNone() {
    for (String id : List.of("", "../Patient/pat", "a b", "x".repeat(65), "pat?_count=1")) {
      assertThat(failure(id).kind()).isEqualTo(Kind.NOT_FOUND);
    }
    assertThat(fhir.server().getAllServeEvents()).isEmpty();
  }

  @Test
  void takesNothingOfAnotherPatient() {
    fhir.answer(
        "/AllergyIntolerance", page(allergy("a", "Latex").replace("Patient/pat", "Patient/other")));
    PatientRecord record = read();
    assertThat(record.entries()).isEmpty();
    assertThat(record.incomplete()).containsExactly(RecordPart.ALLERGIES);
  }

  /// A part that was not read to its end is never told as empty.
  @Nested
  class WhenAPartCannotBeRead {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 502, 503, 302})
    void tellsItAsUnreadWhateverTheStatus(int status) {
      unread(aResponse().withStatus(status).withHeader("Location", "http://localhost:1/"));
    }

    @Test
    void tellsItAsUnreadWhenTheServerIsSilent() {
      unread(page().withFixedDelay(6000));
    }

    @Test
    void tellsItAsUnreadWhenTheConnectionBreaks() {
      unread(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
      unread(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      unread(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @Test
    void tellsItAsUnreadWhenTheAnswerIsNoBundle() {
      unread(json("<html>Login</html>"));
      unread(json(""));
      unread(json("[]"));
      unread(json("{\"resourceType\": \"OperationOutcome\", \"issue\": []}"));
    }

    @Test
    void tellsItAsUnreadWhenAnOutcomeAmongTheEntriesSaysSo() {
      unread(page(outcome("error", "exception")));
      unread(page(outcome("warning", "suppressed")));
      unread(page(outcome("fatal", "not-found")));
      unread(json(ScriptedFhir.bundle("\"total\": 3,", allergy("a", "Latex"))));
    }

    @Test
    void takesARemarkForARemark() {
      fhir.answer("/AllergyIntolerance", page(outcome("warning", "not-found")));
      assertThat(read().incomplete()).isEmpty();
      fhir.answer("/AllergyIntolerance", page(outcome("information", "informational")));
      assertThat(read().incomplete()).isEmpty();
    }

    @Test
    void keepsTheFirstPagesAndTellsThatThereIsMore() {
      fhir.answer(
          "/AllergyIntolerance",
          fhir.pageBefore(fhir.baseUrl() + "?page=2", allergy("a", "Latex")));
      fhir.answer("", "page", "2", aResponse().withStatus(500));
      PatientRecord record = read();
      assertThat(record.entries(Allergy.class)).hasSize(1);
      assertThat(record.incomplete()).containsExactly(RecordPart.ALLERGIES);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost:1/fhir?page=2",
          "https://localhost/fhir?page=2",
          "http://evil.example/fhir?page=2",
          "/other?page=2",
          "/fhir/../other?page=2",
          "http://x@localhost/fhir",
          "::"
        })
    void goesToNoFurtherPageElsewhere(String next) {
      unread(fhir.pageBefore(next, allergy("a", "Latex")));
    }

    @Test
    void goesInNoCircle() {
      unread(fhir.pageBefore(
          fhir.baseUrl() + "/AllergyIntolerance?patient=pat&_count=100", allergy("a", "Latex")));
      assertThat(fhir.asked("/AllergyIntolerance")).hasSizeLessThan(3);
    }

    @Test
    void readsNoMoreThanTheLimit() {
      fhir.answer("/AllergyIntolerance", page(allergy("a", "x".repeat(20_000))));
      assertThat(fhir.open(Optional.empty(), 10_000).read("pat", ReadState.NONE).failures())
          .isEqualTo(Map.of("AllergyIntolerance", Kind.TOO_LARGE));
    }

    @Test
    void tellsAPartThatTheServerDoesNotOfferAsUnreadAndOneOfWhichItOffersAnotherTypeAsRead() {
      fhir.answer("/metadata", json("""
          {"resourceType": "CapabilityStatement", "rest": [{"resource": [
            {"type": "MedicationRequest"}, {"type": "Observation"}, {"type": "ServiceRequest"}]}]}"""));
      assertThat(read().incomplete())
          .contains(RecordPart.ALLERGIES, RecordPart.APPOINTMENTS)
          .doesNotContain(RecordPart.MEDICINES, RecordPart.MEASUREMENTS, RecordPart.DUE);
      assertThat(fhir.asked("/MedicationStatement")).isEmpty();
    }

    private void unread(ResponseDefinitionBuilder answer) {
      fhir.answer("/AllergyIntolerance", answer);
      assertThat(read().incomplete()).containsExactly(RecordPart.ALLERGIES);
    }

    private String outcome(String severity, String code) {
      return "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"severity\": \"" + severity
          + "\", \"code\": \"" + code + "\"}]}";
    }
  }

  @Nested
  class WhenThePatientCannotBeRead {

    @Test
    void saysWhyAndHowLongToWait() {
      fhir.answer("/Patient/pat", aResponse().withStatus(429).withHeader("Retry-After", "17"));
      FhirServerException busy = failure("pat");
      assertThat(busy.kind()).isEqualTo(Kind.BUSY);
      assertThat(busy.askedWait()).contains(Duration.ofSeconds(17));
      fhir.answer("/Patient/pat", aResponse().withStatus(404));
      assertThat(failure("pat").kind()).isEqualTo(Kind.NOT_FOUND);
      fhir.answer("/Patient/pat", json("{\"resourceType\": \"Patient\", \"id\": \"other\"}"));
      assertThat(failure("pat").kind()).isEqualTo(Kind.NOT_FHIR);
    }

    @Test
    void saysThatNobodyIsThere() {
      FhirServer server = fhir.open();
      fhir.server().stop();
      assertThat(catchThrowableOfType(
                  FhirServerException.class, () -> server.read("pat", ReadState.NONE))
              .kind())
          .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void endsWithASlowServer() {
      fhir.answer("/Patient/pat", json("{}").withChunkedDribbleDelay(3, 12000));
      assertThat(failure("pat").kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  private PatientRecord read() {
    return fhir.open().read("pat", ReadState.NONE).onto(null);
  }

  private FhirServerException failure(String id) {
    return catchThrowableOfType(
        FhirServerException.class, () -> fhir.open().read(id, ReadState.NONE));
  }

  private static List<String> sources(PatientRecord record) {
    return record.entries().stream().map(Entry::source).toList();
  }
}
