package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MessageControllerTest {

  private static final String PATIENT = "tom-becker";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void givesATranscriptPageByPage() {
    String conversation = service.begin(PATIENT);
    String path = "/api/v1/conversations/" + conversation + "/messages";
    service.say(PATIENT, conversation, "hello");
    service.say(PATIENT, conversation, "thanks");

    JsonNode first = read(path + "?limit=3");
    String last = first.at("/messages/2/id").asString();
    JsonNode second = read(path + "?limit=3&after=" + last);

    assertThat(first.get("messages")).hasSize(3);
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(first.at("/messages/1/turn/replyId").asString())
        .isEqualTo(first.at("/messages/1/id").asString());
    assertThat(second.get("messages")).hasSize(1);
    assertThat(second.get("more").asBoolean()).isFalse();
    assertThat(
            service.send("GET", path + "?limit=201", service.token(PATIENT), "").statusCode())
        .isEqualTo(400);
  }

  private JsonNode read(String path) {
    return service.json(service.send("GET", path, service.token(PATIENT), ""));
  }

  /// Another instance, whose clock is ahead, took the message before.
  @Test
  void readsAMessageBehindOneThatIsDatedLater() {
    String conversation = service.begin(PATIENT);
    service.say(PATIENT, conversation, "about my chest");
    service.bean(JdbcClient.class).sql("""
        update message set at = at + cast(90 as integer) * interval '1' second
        where conversation_id = :id
        """).param("id", conversation).update();

    JsonNode turn = service.say(PATIENT, conversation, "hurts bad");

    assertThat(turn.at("/triage/messageLevel").asString()).isEqualTo("EMERGENCY");
  }

  @Test
  void answersARepeatWithTheSameTurnAndRefusesAnotherTextUnderItsId() {
    String conversation = service.begin(PATIENT);
    String id = UUID.randomUUID().toString();

    JsonNode first = service.json(service.post(PATIENT, conversation, "what is a1c?", id));
    JsonNode again = service.json(service.post(PATIENT, conversation, "what is a1c?", id));
    HttpResponse<String> other = service.post(PATIENT, conversation, "what is an x-ray?", id);

    assertThat(again.get("replyId")).isEqualTo(first.get("replyId"));
    assertThat(again.get("messageId")).isEqualTo(first.get("messageId"));
    assertProblem(other, 409, "other-text");
  }

  @Test
  void saysWhichRuleABodyBreaksAndNeverWhatItHolds() {
    String path = "/api/v1/conversations/" + service.begin(PATIENT) + "/messages";

    assertProblem(send(path, "{\"text\":\" \"}"), 400, "empty-text");
    assertProblem(send(path, "{}"), 400, "invalid-request");
    assertProblem(send(path, "{\"text\":\"secret\""), 400, "invalid-json");
    assertProblem(send(path, "{\"text\":\"secret\",\"txt\":1}"), 400, "unknown-member");
    assertProblem(send(path, "{\"text\":{\"secret\":1}}"), 400, "invalid-request");
  }

  @Test
  void refusesABodyThatIsTooLongWhetherItSaysSoOrNot() {
    String path = "/api/v1/conversations/" + service.begin(PATIENT) + "/messages";
    String body = "{\"text\":\"" + "a".repeat(300_000) + "\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    assertProblem(send(path, body), 413, "too-long");
    HttpResponse<String> chunked =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
            .header("Authorization", "Bearer " + service.token(PATIENT))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build());
    assertProblem(chunked, 413, "too-long");
  }

  @Test
  void streamsTheSentencesOfATurnBetweenTriageAndDone() {
    String conversation = service.begin(PATIENT);

    HttpResponse<String> stream = service.send(HttpRequest.newBuilder(
            URI.create(service.baseUrl() + "/api/v1/conversations/" + conversation + "/messages"))
        .header("Authorization", "Bearer " + service.token(PATIENT))
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"what is a1c?\"}"))
        .build());

    List<String> events = stream
        .body()
        .lines()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring("event: ".length()))
        .toList();
    assertThat(events).startsWith("triage", "sentence").endsWith("done");
    assertThat(events.subList(1, events.size() - 1)).containsOnly("sentence");
  }

  @Test
  void takesTheButtonForAMessageThatAsksForAPerson() {
    FreshEscalation before =
        FreshEscalation.of(service, PATIENT, "I want to talk to a person please");
    before.resolve();
    String conversation = service.begin(PATIENT);

    HttpResponse<String> asked =
        send("/api/v1/conversations/" + conversation + "/human", "{\"reason\":\"my last bill\"}");

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(service.json(asked).get("escalation").get("id").asString())
        .isNotEqualTo(before.id());
    JsonNode transcript = service.json(service.send(
        "GET", "/api/v1/conversations/" + conversation + "/messages", service.token(PATIENT), ""));
    assertThat(transcript.get("messages").get(0).get("text").asString()).endsWith(": my last bill");
    assertThat(state(conversation)).isEqualTo("waiting");
    FreshEscalation.of(service, PATIENT, "I want to talk to a person please").resolve();
    assertThat(state(conversation)).isEqualTo("bot");
  }

  private String state(String conversation) {
    JsonNode all = service
        .json(service.send("GET", "/api/v1/conversations", service.token(PATIENT), ""))
        .get("conversations");
    for (JsonNode one : all) {
      if (one.get("id").asString().equals(conversation)) {
        return one.get("state").asString();
      }
    }
    throw new AssertionError("the conversation is not in the list");
  }

  private void assertProblem(HttpResponse<String> got, int status, String code) {
    assertThat(got.statusCode()).as(code).isEqualTo(status);
    assertThat(service.json(got).get("code").asString()).isEqualTo(code);
    assertThat(got.body()).doesNotContain("secret");
  }

  private HttpResponse<String> send(String path, String body) {
    return service.send("POST", path, service.token(PATIENT), body);
  }
}
