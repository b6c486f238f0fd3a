package org.healthassistant.assistant.access.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.access.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route of the service with every kind of caller and with another patient's ids: a
/// route added without a rule shows up here.
class RouteWalkTest {

  private static final String OWNER = "dana-whitfield";
  private static final String STRANGER = "tom-becker";

  private static TestService service;
  private static String conversation;
  private static String reply;

  @BeforeAll
  static void talk() {
    service = TestService.on(TestDatabase.H2);
    conversation = service.begin(OWNER);
    reply = service.say(OWNER, conversation, "what is a1c?").get("replyId").asString();
  }

  @Test
  void refusesTheInterfaceWithoutATokenOrWithABadOne() {
    for (Route route : api()) {
      assertThat(status(route, "")).as("%s without a token", route).isEqualTo(401);
      assertThat(status(route, "not.a.token")).as("%s with garbage", route).isEqualTo(401);
      assertThat(status(route, signInTicket()))
          .as("%s with a sign-in ticket", route)
          .isEqualTo(401);
      assertThat(status(route, foreignToken()))
          .as("%s with a foreign token", route)
          .isEqualTo(401);
    }
  }

  @Test
  void keepsPatientsAndProvidersToTheirOwnRoutes() {
    for (Route route : api()) {
      boolean provider = route.path.contains("/escalations")
          || route.path.contains("/triage")
          || route.path.contains("/knowledge");
      int wrong = status(route, service.token(provider ? OWNER : "nurse-ana"));
      assertThat(wrong).as("%s by the wrong kind of caller", route).isEqualTo(403);
    }
  }

  @Test
  void showsAnotherPatientsThingsAsIfTheyDidNotExist() {
    List<Route> owned = api().stream()
        .filter(route -> !route.path.contains("/escalations"))
        .filter(route -> route.path.contains(conversation) || route.path.contains(reply))
        .toList();
    assertThat(owned).as("routes with an id of a patient's").hasSizeGreaterThanOrEqualTo(6);
    for (Route route : owned) {
      HttpResponse<String> response = send(route, service.token(STRANGER), validBody(route));
      assertThat(response.statusCode()).as("%s by another patient", route).isEqualTo(404);
      assertThat(response.body()).doesNotContain("7.9");
    }
  }

  @Test
  void opensNoPageOfProvidersToOthers() {
    for (Route route : routes()) {
      if (route.path.startsWith("/workspace")) {
        HttpResponse<String> response =
            service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + route.path))
                .method(route.method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).as("%s without a cookie", route).isIn(302, 403);
      }
    }
  }

  @Test
  void leavesTheSessionAloneWhoseCookieComesAlongWithAToken() {
    URI signIn =
        URI.create(service.access().get("providers").get(0).get("signIn").asString());
    HttpResponse<String> in = service.send(HttpRequest.newBuilder(signIn).build());
    String cookie = in.headers().firstValue("set-cookie").orElseThrow().split(";")[0];

    HttpResponse<String> api =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/api/v1/conversations"))
            .header("Authorization", "Bearer " + service.token(OWNER))
            .header("Cookie", cookie)
            .build());
    HttpResponse<String> page =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/workspace"))
            .header("Cookie", cookie)
            .build());

    assertThat(api.headers().firstValue("set-cookie")).isEmpty();
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesUnknownRoutesOfTheInterface() {
    assertThat(status(new Route("GET", "/api/v1/everything"), service.token(OWNER)))
        .isEqualTo(403);
    assertThat(status(new Route("GET", "/api/v1/everything"), "")).isEqualTo(401);
  }

  @Test
  void answersOnlyItsOwnMachineInDemoMode() {
    HttpResponse<String> proxied =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/"))
            .header("X-Forwarded-For", "203.0.113.9")
            .build());
    assertThat(proxied.statusCode()).isEqualTo(403);
    assertThat(proxied.body()).contains("demo-mode");
  }

  /// A proxy that says nothing of itself cannot be told from a browser: the front page lets
  /// nobody in.
  @Test
  void showsNoSignInLinkOnThePageThatEverybodyReads() {
    HttpResponse<String> front =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/"))
            .header("Accept", "text/html")
            .build());
    HttpResponse<String> via =
        service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + "/"))
            .header("Via", "1.1 proxy")
            .build());

    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(front.body()).doesNotContain("ticket");
    assertThat(front.headers().map()).doesNotContainKey("set-cookie");
    assertThat(via.statusCode()).isEqualTo(403);
  }

  private static List<Route> api() {
    return routes().stream().filter(route -> route.path.startsWith("/api/")).toList();
  }

  private static List<Route> routes() {
    List<Route> all = new ArrayList<>();
    service
        .bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> mapping
            .getPatternValues()
            .forEach(pattern -> methods(mapping.getMethodsCondition().getMethods())
                .forEach(method -> all.add(new Route(method, concrete(pattern))))));
    assertThat(all).as("routes").hasSizeGreaterThan(15);
    return all;
  }

  private static List<String> methods(java.util.Set<RequestMethod> declared) {
    return declared.isEmpty()
        ? List.of("GET")
        : declared.stream().map(Enum::name).toList();
  }

  private static String concrete(String pattern) {
    String id = pattern.contains("/messages/{id}/feedback") ? reply : conversation;
    return pattern.replace("{id}", id).replaceAll("\\{[^}]+}", "4548-4");
  }

  /// A body that the route takes from the owner: what is refused then is refused for whose it is.
  private static String validBody(Route route) {
    String last = route.path.substring(route.path.lastIndexOf('/') + 1);
    return switch (last) {
      case "messages" -> "{\"text\":\"hello\"}";
      case "human" -> "{\"reason\":\"hello\"}";
      case "seen" -> "{\"upTo\":\"" + reply + "\"}";
      case "feedback" -> "{\"rating\":\"up\"}";
      case "events" -> "";
      default -> throw new AssertionError("say which body " + route + " takes");
    };
  }

  private static int status(Route route, String token) {
    return send(route, token).statusCode();
  }

  private static HttpResponse<String> send(Route route, String token) {
    return send(route, token, "{\"text\":\"hello\"}");
  }

  private static HttpResponse<String> send(Route route, String token, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.baseUrl() + route.path))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .method(
            route.method,
            route.method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return service.send(request.build());
  }

  private static String signInTicket() {
    String link = service.access().get("patients").get(0).get("signIn").asString();
    return link.substring(link.indexOf("ticket=") + "ticket=".length());
  }

  private static String foreignToken() {
    return TestIssuer.named("urn:health-assistant:demo").token(OWNER);
  }

  private record Route(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
