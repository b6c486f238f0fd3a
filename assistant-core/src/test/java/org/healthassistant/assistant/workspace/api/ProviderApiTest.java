package org.healthassistant.assistant.workspace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Subjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProviderApiTest {

  private static final String ANA = "nurse-ana";
  private static final String BEN = "dr-okafor";
  private static final String PATH = "/api/v1/escalations";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void givesTheWholeCaseWithEveryLineLinked() {
    String id = emergencyOf("robert-hayes", "my chest hurts really bad");

    JsonNode one = service.json(get(ANA, PATH + "/" + id));

    assertThat(one.get("patient").get("id").asString()).isEqualTo("robert-hayes");
    assertThat(one.get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(one.get("age").isInt()).isTrue();
    assertThat(one.get("telephones")).isNotEmpty();
    assertThat(one.get("recordFacts")).isNotEmpty();
    assertThat(one.get("language").asString()).isEqualTo("en");
    assertThat(one.get("safeContact").isNull()).isTrue();
    assertThat(one.get("history").get(0).get("kind").asString()).isEqualTo("opened");
    for (String part : List.of("situation", "background", "assessment", "recommendation")) {
      assertThat(one.get("sbar").get(part)).isNotEmpty();
      one.get("sbar")
          .get(part)
          .forEach(line -> assertThat(
                  !line.get("source").isNull() || line.get("text").asString().contains("not known"))
              .as(line.get("text").asString())
              .isTrue());
    }
    JsonNode message = one.get("transcript").get(0);
    JsonNode mark = message.get("marks").get(0);
    assertThat(message
            .get("text")
            .asString()
            .substring(mark.get("start").asInt(), mark.get("end").asInt()))
        .contains("chest");
    assertThat(one.get("told").get(0).asString()).contains("911");
  }

  @Test
  void auditsEveryView() {
    String id = emergencyOf("tom-becker", "my chest hurts really bad");
    String subject =
        service.bean(Subjects.class).findPatient("tom-becker").orElseThrow().id();

    get(BEN, PATH + "/" + id);

    assertThat(service.bean(Audit.class).about(subject, "escalation-viewed")).anySatisfy(event -> {
      assertThat(event.actor().id()).isEqualTo(BEN);
      assertThat(event.object().id()).isEqualTo(id);
    });
  }

  @Test
  void letsTheFirstWinAndShowsTheOtherHowItIsNow() {
    String id = emergencyOf("priya-nair", "my chest hurts really bad");
    release(id);

    assertThat(post(ANA, id, "acknowledge", "").statusCode()).isEqualTo(200);
    assertThat(post(ANA, id, "acknowledge", "{}").statusCode()).isEqualTo(200);
    HttpResponse<String> late = post(BEN, id, "reply", "{\"text\":\"hello\"}");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(service.json(late).get("code").asString()).isEqualTo("conflict");
    assertThat(service.json(late).get("escalation").get("assignee").asString()).isEqualTo(ANA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "note    | {\"text\":\"x\",\"colour\":1}            | unknown-member         | colour",
        "note    | {}                                       | missing-member         | text",
        "note    | {\"text\":[\"x\"]}                       | invalid-member         | text",
        "note    | {\"text\":                               | malformed-json         | JSON",
        "assign  | {\"to\":\"nobody\"}                      | unknown-member-of-team | to",
        "contact | {\"how\":\"call\"}                       | missing-member         | reached",
        "contact | {\"how\":\"Call her!\",\"reached\":true} | invalid-member         | how",
        "level   | {\"level\":\"SELF_CARE\",\"reason\":\"x\"} | invalid-member       | level",
        "resolve | {\"outcome\":\"gone\"}                   | invalid-member         | outcome",
      })
  void refusesWhatCannotBeDoneAndNamesTheMember(
      String action, String body, String code, String member) {
    String id = emergencyOf("maria-alvarez", "my chest hurts really bad");

    HttpResponse<String> refused = post(ANA, id, action, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(service.json(refused).get("code").asString()).isEqualTo(code);
    assertThat(service.json(refused).get("detail").asString()).contains(member);
  }

  @Test
  void refusesFiltersThatAreNone() {
    for (String query : List.of("?level=HIGH", "?state=GONE", "?limit=0", "?limit=x", "?after=x")) {
      HttpResponse<String> refused = get(ANA, PATH + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
      assertThat(service.json(refused).get("code").asString()).isEqualTo("invalid-parameter");
    }
    assertThat(get(ANA, PATH + "/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void streamsEveryUnresolvedOneAndThenEachChange() throws Exception {
    String id = emergencyOf("dana-whitfield", "my chest hurts really bad");
    release(id);
    HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + PATH + "/events"))
        .header("Authorization", "Bearer " + service.token(ANA))
        .build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines = new BufferedReader(new InputStreamReader(
            client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
            StandardCharsets.UTF_8))) {
      assertThat(until(lines, id)).contains("\"state\":\"OPEN\"");

      post(ANA, id, "acknowledge", "");

      assertThat(until(lines, id)).contains("\"state\":\"ACKNOWLEDGED\"");
      client.shutdownNow();
    }
  }

  private static String until(BufferedReader lines, String id) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      if (line.startsWith("data:") && line.contains(id)) {
        return line;
      }
    }
    throw new AssertionError("the stream ended after " + seen);
  }

  private String emergencyOf(String patient, String text) {
    JsonNode turn = service.say(patient, service.begin(patient), text);
    return turn.get("escalation").get("id").asString();
  }

  /// Undoes what another test did with the patient's escalation: a raise by a clinician starts
  /// anew.
  private void release(String id) {
    post(ANA, id, "level", "{\"level\":\"ROUTINE\",\"reason\":\"test\"}");
    post(ANA, id, "level", "{\"level\":\"EMERGENCY\",\"reason\":\"test\"}");
  }

  private HttpResponse<String> get(String who, String path) {
    return service.send("GET", path, service.token(who), "");
  }

  private HttpResponse<String> post(String who, String id, String action, String body) {
    return service.send("POST", PATH + "/" + id + "/" + action, service.token(who), body);
  }
}
