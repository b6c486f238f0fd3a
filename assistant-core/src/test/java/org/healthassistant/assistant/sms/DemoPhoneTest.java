package org.healthassistant.assistant.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service with the demo phone.
@Timeout(60)
class DemoPhoneTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static RunningService service;
  private static MockMvcTester mvc;

  @BeforeAll
  static void start(@TempDir Path data) {
    service = RunningService.start(data);
    mvc = MockMvcTester.from(
        (WebApplicationContext) service.context,
        builder -> builder.apply(springSecurity()).build());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void playsAConversationAndResumesIt() throws Exception {
    String from = "+12025550142";
    assertThat(post(from, "d-1", "My chest hurts really bad")).hasStatus(204);
    try (Stream stream = open(from, "")) {
      JsonNode first = stream.next();
      assertThat(first.path("to").asString()).isEqualTo(from);
      assertThat(first.path("text").asString()).contains("911");
      assertThat(first.path("segments").asInt()).isPositive();
      assertThat(first.path("encoding").asString()).isIn("GSM7", "UCS2");
      assertThat(first.path("at").asString()).isNotEmpty();

      assertThat(post(from, "d-2", "STOP")).hasStatus(204);
      JsonNode second = stream.next();
      assertThat(second.path("id")).isNotEqualTo(first.path("id"));
      try (Stream resumed = open("1-202-555-0142", first.path("id").asString())) {
        assertThat(resumed.next()).isEqualTo(second);
      }
    }
  }

  @Test
  void showsATextThatWasThereBefore() throws Exception {
    String from = "+12025550143";
    assertThat(post(from, "d-3", "ayuda")).hasStatus(204);
    try (Stream stream = open(from, "")) {
      assertThat(stream.next().path("text").asString()).contains("988");
    }
    assertThat(post(from, "d-3", "ayuda")).hasStatus(204);
    assertThat(post(from, "d-3", "info")).hasStatus(409);
  }

  @Test
  void takesNothingWithoutItsCsrfToken() {
    assertThat(mvc.post()
            .uri("/sms/demo/inbound")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"id\":\"d-4\",\"from\":\"+12025550144\",\"text\":\"hello\"}"))
        .hasStatus(403);
  }

  @Test
  void refusesANumberThatIsNone() throws Exception {
    MvcTestResult answer = post("12", "d-5", "hello");
    assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer).bodyJson().extractingPath("code").isEqualTo("invalid-from");
    assertThat(post("+12025550144", " ", "hello")).hasStatus(400);
    HttpResponse<String> stream = httpText("/sms/demo/outbox?number=12");
    assertThat(stream.statusCode()).isEqualTo(400);
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(stream.body()).contains("invalid-number");
  }

  @Test
  void offersTheDemoPatientsNumbers() {
    assertThat(service.bean(DemoNumbers.class).all()).isNotEmpty().allSatisfy(number -> {
      assertThat(number.label()).isNotBlank();
      assertThat(number.number()).startsWith("+1202555");
    });
  }

  private MvcTestResult post(String from, String id, String text) {
    String body = JSON.writeValueAsString(new DemoPhone.DemoText(id, from, text));
    return mvc.post()
        .uri("/sms/demo/inbound")
        .session(new MockHttpSession())
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private Stream open(String number, String lastEventId) throws Exception {
    return new Stream(http("/sms/demo/outbox?number=" + number.replace("+", "%2B"), lastEventId));
  }

  private HttpResponse<InputStream> http(String path, String lastEventId) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.base() + path))
        .header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
  }

  private HttpResponse<String> httpText(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.base() + path))
        .header("Accept", "text/event-stream")
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /// Reads `sms` events from an open stream.
  private static final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    Stream(HttpResponse<InputStream> response) {
      assertThat(response.statusCode()).isEqualTo(200);
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    JsonNode next() throws Exception {
      while (true) {
        String line = lines.readLine();
        assertThat(line).as("the stream ended").isNotNull();
        if (line != null && line.startsWith("data:")) {
          return JSON.readTree(line.substring("data:".length()));
        }
      }
    }

    @Override
    public void close() throws Exception {
      lines.close();
    }
  }
}
