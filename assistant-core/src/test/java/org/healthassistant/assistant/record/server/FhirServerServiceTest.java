package org.healthassistant.assistant.record.server;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.healthassistant.assistant.Application;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordImport;
import org.healthassistant.assistant.record.RecordImport.PatientSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service in demo mode with a FHIR server on this machine.
class FhirServerServiceTest {

  private static final String PATIENT =
      "{\"resourceType\": \"Patient\", \"id\": \"pat\", \"name\": [{\"text\": \"Pat Example\"}]}";

  @TempDir
  Path data;

  @Test
  void signsInThePatientsOfTheServerAndSaysWhenTheServerFailsWithoutEndingTheService()
      throws Exception {
    WireMockServer fhir = new WireMockServer(wireMockConfig().dynamicPort());
    fhir.start();
    String nothing = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"}";
    fhir.stubFor(get(urlPathMatching("/fhir/.*")).atPriority(9).willReturn(okJson(nothing)));
    fhir.stubFor(get(urlPathEqualTo("/fhir/Patient/pat")).willReturn(okJson(PATIENT)));
    fhir.stubFor(get(urlPathEqualTo("/fhir/Patient"))
        .willReturn(okJson(
            "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": " + PATIENT + "}]}")));
    try (ConfigurableApplicationContext service = start(fhir.port())) {
      assertThat(service.getBean(RecordImport.class).patients())
          .extracting(PatientSummary::name)
          .containsExactly("Pat Example");
      assertThat(health(service, "").statusCode()).isEqualTo(200);
      assertThat(health(service, "/records").statusCode()).isEqualTo(200);
      fhir.stop();
      String other = service.getBean(Subjects.class).ensurePatient("other").id();
      service.getBean(RecordReads.class).await(other);
      HttpResponse<String> records = health(service, "/records");
      assertThat(records.statusCode()).isEqualTo(503);
      assertThat(records.body()).contains("unreachable");
      assertThat(health(service, "").statusCode()).isEqualTo(200);
      assertThat(health(service, "/readiness").statusCode()).isEqualTo(200);
    } finally {
      fhir.stop();
    }
  }

  private ConfigurableApplicationContext start(int port) {
    Map<String, Object> settings = new HashMap<>(TestDatabase.H2.fresh());
    settings.put("assistant.data-directory", data.toString());
    settings.put("assistant.record.fhir.base-url", "http://127.0.0.1:" + port + "/fhir");
    settings.put("assistant.record.fhir.patience", "20s");
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    return new SpringApplicationBuilder(Application.class)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  private static HttpResponse<String> health(ConfigurableApplicationContext service, String part)
      throws IOException, InterruptedException {
    String port = service.getEnvironment().getRequiredProperty("local.management.port");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health" + part))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
