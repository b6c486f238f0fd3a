package org.healthassistant.connector.fhir.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.healthassistant.connector.fhir.server.FhirServerSettings.BackendClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A FHIR server on loopback that says what the test scripts: at first the patient `pat`, of whom
/// it has nothing.
final class ScriptedFhir implements AfterEachCallback {
  static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().containerThreads(16));
  Instant now = NOW;

  ScriptedFhir() {
    server.start();
    server.stubFor(get(urlPathMatching("/fhir/.*")).atPriority(9).willReturn(page()));
    answer("/metadata", aResponse().withStatus(404));
    answer("/Patient/pat", json("""
        {"resourceType": "Patient", "id": "pat", "name": [{"text": "Pat Example"}]}"""));
  }

  URI baseUrl() {
    return URI.create("http://localhost:" + server.port() + "/fhir");
  }

  FhirServer open() {
    return open(Optional.empty(), FhirHttp.MOST_BYTES);
  }

  FhirServer open(Optional<BackendClient> client, int mostBytes) {
    return new FhirServer(
        new FhirServerSettings(baseUrl(), client, Duration.ofSeconds(2), 100, ZoneOffset.UTC),
        () -> now,
        mostBytes);
  }

  void answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo("/fhir" + path)).atPriority(5).willReturn(answer));
  }

  /// What is answered to one with that parameter.
  void answer(String path, String parameter, String value, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo("/fhir" + path))
        .withQueryParam(parameter, equalTo(value))
        .atPriority(4)
        .willReturn(answer));
  }

  /// Questions for what changed are not understood.
  void refuseChanges(String path) {
    server.stubFor(get(urlPathEqualTo("/fhir" + path))
        .withQueryParam("_lastUpdated", matching(".*"))
        .atPriority(1)
        .willReturn(aResponse().withStatus(400)));
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse()
        .withHeader("Content-Type", "application/fhir+json")
        .withHeader("Date", "Tue, 24 Nov 2026 15:00:00 GMT")
        .withBody(body);
  }

  static ResponseDefinitionBuilder page(String... resources) {
    return json(bundle("", resources));
  }

  /// A page that names a further one.
  ResponseDefinitionBuilder pageBefore(String next, String... resources) {
    return json(bundle(
        "\"link\": [{\"relation\": \"next\", \"url\": \"%s\"}],".formatted(next), resources));
  }

  static String bundle(String more, String... resources) {
    return Arrays.stream(resources)
        .map(resource -> "{\"resource\": " + resource + "}")
        .collect(Collectors.joining(
            ",",
            "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"," + more + "\"entry\": [",
            "]}"));
  }

  static String weight(String id, String value) {
    return """
        {"resourceType": "Observation", "id": "%s", "status": "final",
         "subject": {"reference": "Patient/pat"},
         "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}], "text": "Weight"},
         "effectiveDateTime": "2026-11-01T10:00:00Z",
         "valueQuantity": {"value": %s, "unit": "kg", "code": "kg"}}""".formatted(id, value);
  }

  static String allergy(String id, String name) {
    return """
        {"resourceType": "AllergyIntolerance", "id": "%s", "patient": {"reference": "Patient/pat"},
         "code": {"text": "%s"}}""".formatted(id, name);
  }

  /// What was asked for below a path so far.
  List<LoggedRequest> asked(String path) {
    return server.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(
        urlPathEqualTo("/fhir" + path)));
  }

  WireMockServer server() {
    return server;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.stop();
  }
}
