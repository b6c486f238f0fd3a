package org.healthassistant.assistant.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.healthassistant.assistant.ClinicService;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.access.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;

/// A service behind a proxy that ends TLS, while the issuer is away: what the proxy says counts,
/// and what anybody else says does not.
class BehindProxyTest {

  private static TestIssuer issuer;
  private static ClinicService service;

  @BeforeAll
  static void start() {
    issuer = TestIssuer.start();
    issuer.away(true);
    service = ClinicService.start(
        issuer,
        TestDatabase.H2.fresh(),
        Map.of(
            "assistant.behind-proxy", "true",
            "assistant.proxies", "127.0.0.2,10.1.0.0/16",
            "assistant.base-url", "https://assistant.clinic.example"));
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  @Test
  void tellsBrowsersToComeByTlsAloneWhereTheProxySaysThatTheyDid() throws Exception {
    HttpResponse<String> page = get("127.0.0.2", "/");

    assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
        .contains("max-age=");
  }

  @Test
  void believesNobodyElse() throws Exception {
    HttpResponse<String> page = get("127.0.0.1", "/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void leadsOnWithoutNamingAHostAndSaysThatTheIssuerIsAway() throws Exception {
    HttpResponse<String> page = get("127.0.0.2", "/workspace");
    assertThat(page.headers().firstValue("Location")).contains("/sign-in?to=%2Fworkspace");

    HttpResponse<String> signIn = get("127.0.0.2", "/sign-in?to=%2Fworkspace");
    assertThat(signIn.headers().firstValue("Location")).contains("/sign-in/failed?why=away&to=%2F");
    HttpResponse<String> away = get("127.0.0.2", "/sign-in/failed?why=away&to=%2F");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("try again in a few minutes");
  }

  @Test
  void answersAProblemWhereATokenCannotBeCheckedSinceTheIssuerIsAway() throws Exception {
    HttpResponse<String> answer = send(
        "127.0.0.2",
        HttpRequest.newBuilder(URI.create(service.baseUrl() + "/api/v1/me/record"))
            .header("Authorization", "Bearer " + issuer.token("maria")));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("issuer-away");
  }

  @Test
  void hasACookieThatTravelsByTlsAloneAndThatOtherSitesDoNotSend() {
    SessionCookie cookies = service.bean(SessionCookie.class);
    MockHttpServletResponse response = new MockHttpServletResponse();

    cookies.writeCookieValue(
        new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "an-id"));

    assertThat(response.getHeader("Set-Cookie"))
        .startsWith("HASESSION=")
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
  }

  private static HttpResponse<String> get(String from, String path) throws Exception {
    return send(from, HttpRequest.newBuilder(URI.create(service.baseUrl() + path)));
  }

  private static HttpResponse<String> send(String from, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder()
        .localAddress(java.net.InetAddress.ofLiteral(from))
        .build()) {
      return http.send(
          request
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-For", "203.0.113.9")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
