package org.healthassistant.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service in demo mode, in this process, on a real database and a real port. One for
/// each database serves all tests; each test talks as a patient of its own choosing.
public final class TestService {

  private static final Map<TestDatabase, TestService> STARTED = new EnumMap<>(TestDatabase.class);

  private final ServletWebServerApplicationContext context;
  private final Path dataDirectory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  private TestService(TestDatabase database) {
    try {
      dataDirectory = Files.createTempDirectory("assistant-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> settings = new HashMap<>(database.fresh());
    settings.put("assistant.data-directory", dataDirectory.toString());
    settings.put("assistant.clock", "2026-11-24T09:00:00-05:00");
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    settings.put("assistant.turn.messages-per-minute", "1000");
    context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
        .run(settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /// The running service on that database.
  public static synchronized TestService on(TestDatabase database) {
    return STARTED.computeIfAbsent(database, TestService::new);
  }

  /// A bean of the service.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// All beans of a type.
  public <T> java.util.Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /// Where it answers.
  public String baseUrl() {
    return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /// The token of a patient or provider, from the demo access file.
  public String token(String id) {
    JsonNode access = access();
    for (String kind : new String[] {"patients", "providers"}) {
      for (JsonNode person : access.get(kind)) {
        if (person.get("id").asString().equals(id)) {
          return person.get("token").asString();
        }
      }
    }
    throw new IllegalArgumentException("nobody has id " + id);
  }

  /// The token of somebody who acts for a patient, from the demo access file.
  public String tokenFor(String patient, String caregiver) {
    for (JsonNode person : access().get("caregivers")) {
      if (person.get("id").asString().equals(caregiver)
          && person.get("patient").asString().equals(patient)) {
        return person.get("token").asString();
      }
    }
    throw new IllegalArgumentException(caregiver + " is no caregiver of " + patient);
  }

  /// The demo access file.
  public JsonNode access() {
    try {
      return json.readTree(Files.readString(dataDirectory.resolve("demo-access.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request of somebody, JSON in and out.
  public HttpResponse<String> send(String method, String path, String token, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, application/problem+json")
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    return send(request.build());
  }

  /// Any request.
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Begins a conversation of a patient.
  public String begin(String patient) {
    return json(send("POST", "/api/v1/conversations", token(patient), "{}"))
        .get("id")
        .asString();
  }

  /// Sends a message and returns the Turn.
  public JsonNode say(String patient, String conversation, String text) {
    return json(post(patient, conversation, text, UUID.randomUUID().toString()));
  }

  /// Sends a message under a client's id.
  public HttpResponse<String> post(
      String patient, String conversation, String text, String clientMessageId) {
    String body = json.writeValueAsString(Map.of("text", text, "clientMessageId", clientMessageId));
    return send(
        "POST", "/api/v1/conversations/" + conversation + "/messages", token(patient), body);
  }

  /// A body as JSON.
  public JsonNode json(HttpResponse<String> response) {
    return json.readTree(response.body());
  }
}
