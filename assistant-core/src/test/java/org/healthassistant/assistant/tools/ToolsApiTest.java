package org.healthassistant.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ToolsApiTest {

  private static final String ANA = "nurse-ana";
  private static final String SEARCH = "/api/v1/knowledge/search";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void screensATextWithoutStoringIt() {
    int before = messages();

    JsonNode triaged = service.json(
        triage("{\"text\":\"my chest hurts really bad\",\"risk\":[\"anticoagulant\"]}"));

    assertThat(triaged.get("level").asString()).isEqualTo("EMERGENCY");
    assertThat(triaged.get("findings").get(0).get("rule").asString()).startsWith("chest-pain");
    assertThat(messages()).isEqualTo(before);
  }

  @Test
  void readsEarlierMessagesAsContext() {
    JsonNode alone = service.json(triage("{\"text\":\"hurts bad\"}"));
    JsonNode after = service.json(triage("{\"text\":\"hurts bad\",\"context\":[\"my chest\"]}"));

    assertThat(alone.get("level").asString()).isNotEqualTo("EMERGENCY");
    assertThat(after.get("level").asString()).isEqualTo("EMERGENCY");
  }

  @Test
  void namesTheMemberAtFault() {
    assertRefused(triage("{}"), 400, "missing-member", "'text'");
    assertRefused(triage("{\"text\":\" \"}"), 400, "missing-member", "'text'");
    assertRefused(triage("{\"text\":\"x\",\"risk\":[\"tall\"]}"), 400, "invalid-member", "'risk'");
    assertRefused(
        triage("{\"text\":\"x\",\"context\":[null]}"), 400, "invalid-member", "'context'");
    assertRefused(triage("{\"text\":\"x\",\"patient\":1}"), 400, "unknown-member", "'patient'");
    assertRefused(
        triage("{\"text\":\"" + "x".repeat(64 * 1024 + 1) + "\"}"), 413, "too-long", "'text'");
    assertRefused(
        triage("{\"text\":\"x\",\"context\":[\"" + "x".repeat(64 * 1024 + 1) + "\"]}"),
        413,
        "too-long",
        "'context'");
  }

  @Test
  void findsPassagesWithWhereTheyStand() {
    JsonNode found = service.json(get(SEARCH + "?q=diabetes%20food&lang=en&k=3"));

    assertThat(found.get("hits")).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    JsonNode first = found.get("hits").get(0);
    for (String member : List.of("passageId", "articleId", "title", "text", "publisher", "url")) {
      assertThat(first.get(member).asString()).as(member).isNotBlank();
    }
    assertThat(found.get("tookMillis").asLong()).isNotNegative();
  }

  @Test
  void givesWeakHitsOnlyWhereTheyAreAskedFor() {
    String nonsense = "?q=quantum%20chromodynamics%20lagrangian&k=5";

    assertThat(service.json(get(SEARCH + nonsense)).get("hits")).isEmpty();
    assertThat(service.json(get(SEARCH + nonsense + "&floor=false")).get("hits"))
        .isNotEmpty();
  }

  @Test
  void namesTheParameterAtFault() {
    assertRefused(get(SEARCH), 400, "missing-parameter", "'q'");
    assertRefused(get(SEARCH + "?q=%20"), 400, "missing-parameter", "'q'");
    assertRefused(get(SEARCH + "?q=x&lang=tlh"), 400, "invalid-parameter", "'lang'");
    for (String k : List.of("0", "101", "many")) {
      assertRefused(get(SEARCH + "?q=x&k=" + k), 400, "invalid-parameter", "'k'");
    }
  }

  private void assertRefused(HttpResponse<String> got, int status, String code, String detail) {
    assertThat(got.statusCode()).isEqualTo(status);
    assertThat(service.json(got).get("code").asString()).isEqualTo(code);
    assertThat(service.json(got).get("detail").asString()).contains(detail);
  }

  private int messages() {
    return service
        .bean(JdbcClient.class)
        .sql("select count(*) from message")
        .query(Integer.class)
        .single();
  }

  private HttpResponse<String> triage(String body) {
    return service.send("POST", "/api/v1/triage", service.token(ANA), body);
  }

  private HttpResponse<String> get(String path) {
    return service.send("GET", path, service.token(ANA), "");
  }
}
