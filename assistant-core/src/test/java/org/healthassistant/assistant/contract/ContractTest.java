package org.healthassistant.assistant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `/v3/api-docs` as a program does: every route is there, whole, and what the service
/// really answers is as described.
class ContractTest {

  private static final String PATIENT = "dana-whitfield";
  private static final String NURSE = "nurse-ana";
  private static final String ESCALATIONS = "/api/v1/escalations";

  private static TestService service;
  private static JsonNode api;

  @BeforeAll
  static void read() {
    service = TestService.on(TestDatabase.H2);
    api = service.json(service.send(
        HttpRequest.newBuilder(URI.create(service.baseUrl() + "/v3/api-docs")).build()));
  }

  @Test
  void describesEveryRouteWithCallerAnswersAndProblems() {
    Set<String> described = new TreeSet<>();
    api.get("paths")
        .properties()
        .forEach(path -> path.getValue()
            .propertyNames()
            .forEach(
                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(routes()).hasSizeGreaterThan(20);

    for (String route : described) {
      JsonNode operation = operation(route);
      assertThat(operation.path("summary").asString("")).as(route).isNotBlank();
      assertThat(operation.at("/security/0").has("bearer")).as(route).isTrue();
      assertThat(operation.get("responses").propertyNames())
          .as(route)
          .contains("400", "401", "403", "500", "503")
          .anyMatch(status -> status.startsWith("2"));
      operation.get("responses").properties().forEach(answer -> {
        if (Integer.parseInt(answer.getKey()) >= 400) {
          assertThat(answer.getValue().get("content").propertyNames())
              .as(route)
              .containsExactly("application/problem+json");
        }
      });
    }
    assertThat(described.stream()
            .map(route -> operation(route).get("operationId").asString())
            .toList())
        .doesNotHaveDuplicates();
    JsonNode scheme = api.at("/components/securitySchemes/bearer");
    assertThat(scheme.get("type").asString()).isEqualTo("http");
    assertThat(scheme.get("scheme").asString()).isEqualTo("bearer");
  }

  @Test
  void namesEveryCodeOfAProblemAndGivesEachItsStatus() {
    assertThat(words(api.at("/components/schemas/Problem/properties/code/enum")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
    Map<String, Integer> statuses = Arrays.stream(ProblemCode.values())
        .collect(Collectors.toMap(ProblemCode::code, code -> code.status().value()));
    api.get("paths")
        .forEach(path ->
            path.forEach(operation -> operation.get("responses").properties().forEach(answer -> {
              JsonNode problem = answer
                  .getValue()
                  .path("content")
                  .path("application/problem+json")
                  .at("/schema/allOf/1/properties/code/enum");
              words(problem)
                  .forEach(code ->
                      assertThat(statuses.get(code)).isEqualTo(Integer.parseInt(answer.getKey())));
            })));
  }

  @Test
  void answersPatientsAsDescribed() {
    String token = service.token(PATIENT);
    String talk = service.begin(PATIENT);
    String path = "/api/v1/conversations/" + talk;
    call("POST", "/api/v1/conversations", "/api/v1/conversations", token, "{}", 201);
    String text = json(Map.of("text", "What was my last A1c?"));
    JsonNode turn =
        call("POST", "/api/v1/conversations/{id}/messages", path + "/messages", token, text, 200);
    assertThat(turn.get("citations")).isNotEmpty();
    call(
        "POST",
        "/api/v1/conversations/{id}/human",
        path + "/human",
        token,
        "{\"reason\":\"a form\"}",
        202);
    get("/api/v1/conversations", "/api/v1/conversations", token);
    get("/api/v1/conversations/{id}/messages", path + "/messages", token);
    get("/api/v1/me/record", "/api/v1/me/record", token);
    get("/api/v1/me/record/trends/{code}", "/api/v1/me/record/trends/4548-4", token);
    get("/api/v1/me/record/trends/{code}", "/api/v1/me/record/trends/85354-9", token);
    get("/api/v1/me/caregivers", "/api/v1/me/caregivers", token);
    String ruth = "/api/v1/me/caregivers/ruth-whitfield";
    call("PUT", "/api/v1/me/caregivers/{person}", ruth, token, "{\"parts\":[\"results\"]}", 200);
    call("PUT", "/api/v1/me/caregivers/{person}", ruth, token, "{\"parts\":[]}", 200);
    get("/api/v1/me/disclosures", "/api/v1/me/disclosures", token);
    call(
        "PUT",
        "/api/v1/me/consents",
        "/api/v1/me/consents",
        token,
        "{\"purpose\":\"research\",\"granted\":false}",
        200);
    String rate = "/api/v1/messages/" + turn.get("replyId").asString() + "/feedback";
    call("POST", "/api/v1/messages/{id}/feedback", rate, token, "{\"rating\":\"up\"}", 204);
  }

  @Test
  void answersTheCareTeamAsDescribed() {
    String token = service.token(NURSE);
    FreshEscalation open = FreshEscalation.of(service, "tom-becker", "my chest hurts really bad");
    String one = ESCALATIONS + "/" + open.id();
    get(ESCALATIONS, ESCALATIONS, token);
    get(ESCALATIONS + "/{id}", one, token);
    act(one, "acknowledge", token, "{}", 200);
    act(one, "reply", token, "{\"text\":\"Sit down. I will call you.\"}", 200);
    act(one, "contact", token, "{\"how\":\"call\",\"reached\":true}", 200);
    get(ESCALATIONS + "/{id}", one, token);
    act(one, "resolve", token, "{\"outcome\":\"advised\"}", 200);
    JsonNode conflict = act(one, "acknowledge", service.token("dr-okafor"), "{}", 409);
    assertThat(conflict.get("code").asString()).isEqualTo("conflict");
    call("POST", "/api/v1/triage", "/api/v1/triage", token, "{\"text\":\"my chest hurts\"}", 200);
    get("/api/v1/knowledge/search", "/api/v1/knowledge/search?q=a1c&k=3", token);
  }

  @Test
  void answersProblemsAsDescribed() {
    String token = service.token(PATIENT);
    String route = "/api/v1/conversations/{id}/messages";
    String path = "/api/v1/conversations/" + service.begin(PATIENT) + "/messages";
    String id = UUID.randomUUID().toString();
    call("POST", route, path, token, "{\"text\":\" \"}", 400);
    call("POST", route, path, token, "{\"txt\":\"a\"}", 400);
    call("POST", route, path, "no.token", "{}", 401);
    call("POST", route, path, service.token(NURSE), "{}", 403);
    call("POST", route, "/api/v1/conversations/none/messages", token, "{\"text\":\"a\"}", 404);
    call(
        "POST",
        route,
        path,
        token,
        json(Map.of("text", "what is a1c?", "clientMessageId", id)),
        200);
    call(
        "POST",
        route,
        path,
        token,
        json(Map.of("text", "what is flu?", "clientMessageId", id)),
        409);
    call("POST", route, path, token, json(Map.of("text", "z ".repeat(200_000))), 413);
    call("POST", "/api/v1/triage", "/api/v1/triage", service.token(NURSE), "{", 400);
    call("GET", ESCALATIONS, ESCALATIONS + "?level=x", service.token(NURSE), "", 400);
    call("GET", ESCALATIONS + "/{id}", ESCALATIONS + "/x", service.token(NURSE), "", 404);
  }

  @Test
  void seesWhereAnAnswerIsNotAsDescribed() {
    SchemaCheck check = new SchemaCheck(api);
    JsonNode begun = api.at("/components/schemas/Begun");
    JsonNode whole =
        service.json(service.send("POST", "/api/v1/conversations", service.token(PATIENT), "{}"));

    assertThat(check.differences(begun, whole)).isEmpty();
    assertThat(check.differences(begun, without(whole, "id"))).containsExactly("/id is missing");
    assertThat(check.differences(begun, with(whole, "id", "null"))).hasSize(1);
    assertThat(check.differences(begun, with(whole, "language", "\"fr\""))).hasSize(1);
    assertThat(check.differences(begun, with(whole, "more", "1")))
        .containsExactly("/more is not described");
  }

  private static JsonNode get(String route, String path, String token) {
    return call("GET", route, path, token, "", 200);
  }

  private static JsonNode act(String one, String action, String token, String body, int status) {
    String route = ESCALATIONS + "/{id}/" + action;
    return call("POST", route, one + "/" + action, token, body, status);
  }

  /// Calls, and holds the answer against its description.
  private static JsonNode call(
      String method, String route, String path, String token, String body, int status) {
    HttpResponse<String> answer = service.send(method, path, token, body);
    String what = method + " " + path;
    assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(status);
    JsonNode described =
        operation(method + " " + route).get("responses").path(String.valueOf(status));
    assertThat(described.isMissingNode()).as(what + " has no " + status).isFalse();
    if (!described.has("content")) {
      assertThat(answer.body()).as(what).isEmpty();
      return JsonMapper.shared().nullNode();
    }
    String type = answer.headers().firstValue("content-type").orElseThrow().split(";")[0];
    JsonNode schema = described.get("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as(what + " as " + type).isFalse();
    JsonNode read = service.json(answer);
    List<String> differences = new ArrayList<>(new SchemaCheck(api).differences(schema, read));
    differences.remove("/escalation is not described"); // a conflict's, described in words
    assertThat(differences).as(what + ": " + answer.body()).isEmpty();
    return read;
  }

  private static JsonNode operation(String route) {
    String[] parts = route.split(" ");
    return api.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
  }

  private static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    service
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> mapping.getPatternValues().stream()
            .filter(path -> path.startsWith("/api/"))
            .forEach(path -> mapping
                .getMethodsCondition()
                .getMethods()
                .forEach(method -> routes.add(method + " " + path))));
    return routes;
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static String json(Map<String, String> members) {
    return JsonMapper.shared().writeValueAsString(members);
  }

  private static JsonNode without(JsonNode whole, String member) {
    return whole.deepCopy().asObject().remove(List.of(member));
  }

  private static JsonNode with(JsonNode whole, String member, String value) {
    return whole.deepCopy().asObject().set(member, JsonMapper.shared().readTree(value));
  }
}
