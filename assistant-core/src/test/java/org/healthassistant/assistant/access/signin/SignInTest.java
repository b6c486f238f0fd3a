package org.healthassistant.assistant.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.ClinicService;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.access.TestIssuer;
import org.healthassistant.assistant.testing.RequestUnderWay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// People sign in at an issuer that checks what it is sent as a real one does.
class SignInTest {

  private static final Map<String, Object> ANA =
      Map.of("sub", "ana", "realm_access", Map.of("roles", List.of("RN", "offline_access")));

  private static TestIssuer issuer;
  private static ClinicService service;

  private PersonBrowser browser;

  @BeforeAll
  static void start() {
    issuer = TestIssuer.start();
    service = ClinicService.start(issuer, TestDatabase.H2.fresh(), Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  @BeforeEach
  void sitDown() {
    browser = new PersonBrowser(service.baseUrl());
    issuer.away(false);
    issuer.signsIn(ANA);
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void leadsFromAnyPageOfTheWorkspaceToTheIssuerAndBackToThatPage() {
    HttpResponse<String> page = browser.open("/workspace/statistics?days=7");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().toString()).isEqualTo(service.baseUrl() + "/workspace/statistics?days=7");
    assertThat(page.body()).contains("Ana Reyes, RN");
    assertThat(issuer.lastAuthorization())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", service.baseUrl() + "/sign-in/back")
        .containsEntry("max_age", "300")
        .doesNotContainKey("prompt");
    assertThat(issuer.lastAuthorization().get("scope")).contains("openid");
  }

  @Test
  void takesRolesThatOnlyTheAccessTokenHolds() {
    issuer.signsIn(Map.of("sub", "ana"));
    issuer.alsoInAccessToken(Map.of("realm_access", Map.of("roles", List.of("RN"))));

    assertThat(browser.open("/workspace").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNobodyWithARoleWhomTheCareTeamLacks() {
    issuer.signsIn(Map.of("sub", "zoe", "realm_access", Map.of("roles", List.of("RN"))));

    HttpResponse<String> page = browser.open("/workspace");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("this care team does not know you");
    assertThat(browser.get("/workspace").statusCode()).isEqualTo(302);
  }

  /// The chat stands in the clinic's own pages, which sign its token; nobody is promised one
  /// here.
  @Test
  void tellsPatientsWhereTheirChatIsAndTheCareTeamWhereToSignIn() {
    assertThat(browser.get("/?lang=en").body())
        .contains("sign in on the page of your clinic", "Sign in (care team)", "call 911")
        .contains("href=\"/sign-in\"")
        .doesNotContain("health-assistant", "Cedar Valley");
    assertThat(browser.get("/?lang=es").body())
        .contains("entre en la página de su clínica", "Entrar (equipo médico)", "llame al 911");
  }

  /// Whoever asks without a cookie, for a page or to change something, stores nothing.
  @Test
  void beginsNoSessionForWhoeverHasNotSignedIn() {
    int before = sessions();
    for (String path : List.of("/workspace/a", "/workspace/escalations/b", "/", "/nowhere")) {
      assertThat(browser.get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
      HttpResponse<String> posted = strangerPosts(path);
      assertThat(posted.headers().allValues("Set-Cookie")).as(path).isEmpty();
      assertThat(posted.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(sessions()).isEqualTo(before);
  }

  private static HttpResponse<String> strangerPosts(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
        .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int sessions() {
    return service
        .bean(JdbcClient.class)
        .sql("select count(*) from page_session")
        .query(Integer.class)
        .single();
  }

  @Test
  void letsPatientsIntoNoPageOfTheCareTeam() {
    issuer.signsIn(Map.of("sub", "maria"));

    HttpResponse<String> front = browser.open("/workspace");

    assertThat(front.uri().getPath()).isEqualTo("/");
    assertThat(front.body()).contains("open the page of your clinic", "/sign-out");
    assertThat(browser.get("/workspace").statusCode()).isEqualTo(403);
  }

  @Test
  void opensALockedScreenOnlyToWhoShowsAnewWhoTheyAre() {
    issuer.authenticatedAt(Instant.now().minusSeconds(30));
    browser.open("/workspace");
    browser.post("/workspace/lock", "");
    assertThat(browser.get("/workspace").headers().firstValue("Location").orElse(""))
        .contains("/workspace/locked");

    // The issuer's own session would let anybody at this screen in: not without being asked.
    issuer.ignoresPrompt(true);
    assertThat(browser.open("/sign-in?to=/workspace").body()).contains("could not tell");
    assertThat(browser.open("/sign-in?again&to=/workspace").statusCode()).isEqualTo(403);
    assertThat(browser.get("/workspace").statusCode()).isEqualTo(302);

    issuer.ignoresPrompt(false);
    HttpResponse<String> page = browser.open("/sign-in?again&to=/workspace");

    assertThat(issuer.lastAuthorization())
        .containsEntry("prompt", "login")
        .containsEntry("max_age", "0");
    assertThat(page.uri().getPath()).isEqualTo("/workspace");
    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void asksOnceMoreWhereTheIssuersOwnSessionIsOlderThanAScreenStaysOpen() {
    issuer.authenticatedAt(Instant.now().minusSeconds(3_600));

    assertThat(browser.open("/workspace").statusCode()).isEqualTo(200);
    assertThat(issuer.lastAuthorization()).containsEntry("prompt", "login");
  }

  /// A request under way, such as an open stream, writes the session that it has read.
  @Test
  void beginsASessionThatNoRequestUnderWayCanUndo() {
    issuer.authenticatedAt(Instant.now().minusSeconds(30));
    browser.open("/workspace");
    JdbcIndexedSessionRepository sessions = service.bean(JdbcIndexedSessionRepository.class);
    String before = browser.sessionId();
    RequestUnderWay stream = RequestUnderWay.in(sessions, before);

    browser.open("/sign-in?again&to=/workspace");
    stream.end();

    assertThat(browser.sessionId()).isNotEqualTo(before);
    assertThat(browser.get("/workspace").statusCode()).isEqualTo(200);
    assertThat(sessions.findById(before)).isNull();
  }

  @Test
  void signsOutAtTheIssuerToo() {
    browser.open("/workspace");

    HttpResponse<String> out = browser.post("/sign-out", "");
    String end = out.headers().firstValue("Refresh").orElseThrow().substring("0;url=".length());
    HttpResponse<String> page = browser.open(end);

    assertThat(issuer.lastSignOut())
        .containsEntry("post_logout_redirect_uri", service.baseUrl() + "/")
        .containsKey("id_token_hint");
    assertThat(page.uri().toString()).isEqualTo(service.baseUrl() + "/");
    assertThat(browser.get("/workspace").headers().firstValue("Location").orElse(""))
        .contains("/sign-in?to=");
  }

  @Test
  void saysThatTheIssuerIsAwayAndGoesOnWhenItIsBack() {
    issuer.away(true);
    HttpResponse<String> page = browser.open("/sign-in/failed?why=away");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("try again in a few minutes");

    issuer.away(false);
    assertThat(browser.open("/workspace").statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoAnswerThatItHasNotAskedFor() {
    HttpResponse<String> page = browser.open("/sign-in/back?code=stolen&state=made-up");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Signing in did not work");
  }

  @Test
  void leadsNowhereElse() {
    for (String to : List.of("https%3A%2F%2Fexample.org", "%2F%2Fexample.org", "%2Fapi%2Fv1")) {
      assertThat(browser.open("/sign-in?to=" + to).uri().toString())
          .startsWith(service.baseUrl() + "/workspace");
    }
  }

  @Test
  void tellsScriptsOfAPageThatTheSessionHasEndedInsteadOfLeadingThemToTheIssuer() {
    assertThat(
            browser.fetch("/workspace/locked").headers().firstValue("Location").orElse(""))
        .endsWith("/?signed-out");
  }

  @Test
  void hasAHiddenCookieThatOtherSitesDoNotSend() {
    browser.open("/workspace");
    assertThat(browser.cookie().isHttpOnly()).isTrue();
  }
}
