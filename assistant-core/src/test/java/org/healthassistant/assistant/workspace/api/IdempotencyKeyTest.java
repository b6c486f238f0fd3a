package org.healthassistant.assistant.workspace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A client that heard no answer asks once more, with the key of its first call.
class IdempotencyKeyTest {

  private static final String ANA = "nurse-ana";
  private static final String PATIENT = "tom-becker";

  private final TestService service = TestService.on(TestDatabase.H2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reply | {\"text\":\"How are you now?\"} | {\"text\":\"Go to the ER.\"}",
        "note | {\"text\":\"she is calm\"} | {\"text\":\"she cries\"}",
        "contact | {\"how\":\"call\",\"reached\":false} | {\"how\":\"call\",\"reached\":true}"
      })
  void doesAnActionOnceAndRefusesAnotherUnderItsKey(String action, String body, String other) {
    FreshEscalation fresh = FreshEscalation.of(service, PATIENT, "my chest hurts really bad");
    String path = "/api/v1/escalations/" + fresh.id() + "/" + action;
    long before = history(fresh);

    assertThat(post(ANA, path, "a-key", body).statusCode()).isEqualTo(200);
    assertThat(post(ANA, path, "a-key", body).statusCode()).isEqualTo(200);
    assertThat(history(fresh)).isEqualTo(before + 1);

    HttpResponse<String> reused = post(ANA, path, "a-key", other);
    assertThat(reused.statusCode()).isEqualTo(409);
    assertThat(reused.body()).contains("idempotency-key-reused");
    assertThat(history(fresh)).isEqualTo(before + 1);
    fresh.resolve();
  }

  @Test
  void asksForAPersonOnce() {
    String conversation = service.begin(PATIENT);
    String path = "/api/v1/conversations/" + conversation + "/human";

    assertThat(post(PATIENT, path, "a-key", "{}").statusCode()).isIn(200, 202);
    HttpResponse<String> again = post(PATIENT, path, "a-key", "{}");

    assertThat(again.statusCode()).isIn(200, 202);
    JsonNode messages = service
        .json(service.send(
            "GET",
            "/api/v1/conversations/" + conversation + "/messages",
            service.token(PATIENT),
            ""))
        .get("messages");
    assertThat(messages)
        .filteredOn(m -> m.get("author").asString().equals("patient"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two words", "0123456789012345678901234567890123456789012345678901234567890123x"})
  void refusesWhatIsNoKey(String key) {
    FreshEscalation fresh = FreshEscalation.of(service, PATIENT, "my chest hurts really bad");

    assertThat(post(ANA, "/api/v1/escalations/" + fresh.id() + "/note", key, "{\"text\":\"calm\"}")
            .statusCode())
        .isEqualTo(400);
    assertThat(post(PATIENT, "/api/v1/conversations/" + fresh.conversation() + "/human", key, "{}")
            .statusCode())
        .isEqualTo(400);
    fresh.resolve();
  }

  /// How many entries of the history are hers; pages add others meanwhile.
  private long history(FreshEscalation fresh) {
    return service
        .json(service.send("GET", "/api/v1/escalations/" + fresh.id(), service.token(ANA), ""))
        .get("history")
        .valueStream()
        .filter(entry -> entry.get("actor").asString().equals(ANA))
        .count();
  }

  private HttpResponse<String> post(String who, String path, String key, String body) {
    return service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
        .header("Authorization", "Bearer " + service.token(who))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, application/problem+json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }
}
