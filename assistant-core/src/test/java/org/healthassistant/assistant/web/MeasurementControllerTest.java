package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MeasurementControllerTest {

  private static final String PATIENT = "tom-becker";
  private static final String PATH = "/api/v1/me/measurements/import";
  private static final String EXPORT = """
      <?xml version="1.0" encoding="UTF-8"?>
      <HealthData locale="en_US">
       <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count"
        startDate="2026-10-01 08:00:00 -0400" endDate="2026-10-01 09:00:00 -0400" value="1234"/>
       <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count"
        startDate="2026-10-02 08:00:00 -0400" endDate="2026-10-02 09:00:00 -0400" value="2345"/>
       <Record type="HKQuantityTypeIdentifierDietaryWater" sourceName="App" unit="mL"
        startDate="2026-10-02 08:00:00 -0400" endDate="2026-10-02 08:00:00 -0400" value="200"/>
      </HealthData>
      """;

  private final TestService service = TestService.on(TestDatabase.H2);

  private HttpResponse<String> form(String name, String content) {
    String body = "--edge\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"export.xml\"\r\nContent-Type: text/xml\r\n\r\n" + content
        + "\r\n--edge--\r\n";
    return send("multipart/form-data; boundary=edge", body);
  }

  private HttpResponse<String> send(String type, String body) {
    return service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + PATH))
        .header("Authorization", "Bearer " + service.token(PATIENT))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }

  @Test
  void aFileIsTakenOnceAndItsDaysAreToldAsATrend() {
    JsonNode report = service.json(form("file", EXPORT));
    assertThat(report.path("imported").asInt()).isEqualTo(2);
    assertThat(report.path("skipped").asInt()).isEqualTo(1);
    assertThat(report.path("from").asString()).startsWith("2026-10-01T08:00");
    assertThat(report.path("byType").path("HKQuantityTypeIdentifierStepCount").asInt())
        .isEqualTo(2);
    assertThat(service.json(form("file", EXPORT)).path("imported").asInt()).isZero();
    assertThat(service
            .json(service.send("GET", PATH, service.token(PATIENT), ""))
            .path("state")
            .asString())
        .isEqualTo("done");

    JsonNode trend = service.json(service.send(
        HttpRequest.newBuilder(URI.create(service.baseUrl() + "/api/v1/me/record/trends/41950-7"))
            .header("Authorization", "Bearer " + service.token(PATIENT))
            .header("Accept", "application/json")
            .build()));
    assertThat(trend.path("points").size()).isEqualTo(2);
    assertThat(trend.path("points").get(1).path("value").asInt()).isEqualTo(2345);
  }

  @Test
  void aFileMayBeLongerThanAnyOtherBody() {
    StringBuilder records = new StringBuilder("<HealthData locale=\"en\">");
    for (int i = 0; i < 6_000; i++) {
      records.append(
          "<Record type=\"HKQuantityTypeIdentifierDietaryWater\" unit=\"mL\" value=\"1\"/>\n");
    }
    HttpResponse<String> taken = send("application/xml", records + "</HealthData>");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(service.json(taken).path("skipped").asInt()).isEqualTo(6_000);
  }

  @Test
  void whatCannotBeReadIsToldWithoutAValue() {
    HttpResponse<String> text = send("text/plain", "blood pressure 150 over 95");
    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("unreadable-file").doesNotContain("150");
    assertThat(form("other", EXPORT).statusCode()).isEqualTo(400);
  }

  @Test
  void nothingIsTakenWithoutConsent() {
    String consents = "/api/v1/me/consents";
    service.send(
        "PUT", consents, service.token(PATIENT), "{\"purpose\":\"wearables\",\"granted\":false}");
    try {
      HttpResponse<String> refused = form("file", EXPORT);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("consent-required");
    } finally {
      service.send(
          "PUT", consents, service.token(PATIENT), "{\"purpose\":\"wearables\",\"granted\":true}");
    }
  }
}
