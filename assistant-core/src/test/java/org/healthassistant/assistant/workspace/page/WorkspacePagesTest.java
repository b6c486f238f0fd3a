package org.healthassistant.assistant.workspace.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkspacePagesTest {

  private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

  private final TestService service = TestService.on(TestDatabase.H2);
  private final HttpClient ana = signedIn("nurse-ana");

  @AfterEach
  void hangUp() {
    ana.shutdownNow();
  }

  @Test
  void showsWhatWaitsAndTheWholeCaseWithoutAnythingInline() throws Exception {
    String id = emergency();

    String inbox = get("/workspace").body();
    HttpResponse<String> page = get("/workspace/escalations/" + id);

    assertThat(inbox).contains("/workspace/escalations/" + id, "Chest pain", "Emergency");
    assertThat(page.body())
        .contains("<mark>", "What the patient was already told", "Call 911", "Not known.");
    assertThat(inbox + page.body())
        .doesNotContain("<style", " style=", " onclick=", "<script>", " th:", "??");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void actsByFormsAndTellsAConflictInWords() throws Exception {
    String id = emergency();
    service.send(
        "POST", "/api/v1/escalations/" + id + "/acknowledge", service.token("dr-okafor"), "");

    HttpResponse<String> refused = post(id, "reply", "text=" + encoded("I am here"), true);
    HttpResponse<String> noted = post(id, "note", "text=" + encoded("call back <b>"), true);
    HttpResponse<String> empty = post(id, "note", "text=", true);
    HttpResponse<String> plain = post(id, "note", "text=again", false);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Dr. Ben Okafor has this already");
    assertThat(noted.statusCode()).isEqualTo(200);
    assertThat(noted.body()).contains("Note saved.", "call back &lt;b&gt;", "hx-swap-oob");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(plain.statusCode()).isEqualTo(302);
    resolve(id);
  }

  @Test
  void refusesAFormWithoutProofOfOrigin() throws Exception {
    String id = emergency();

    HttpResponse<String> refused = ana.send(
        HttpRequest.newBuilder(at("/workspace/escalations/" + id + "/acknowledge"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void sendsTheRowsOnConnectingAndAtEveryChange() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(at("/workspace/events")).build();
    InputStream body =
        ana.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      assertThat(until(lines, "event: inbox")).isTrue();

      String id = emergency();
      service.send(
          "POST",
          "/api/v1/escalations/" + id + "/note",
          service.token("nurse-ana"),
          "{\"text\":\"x\"}");

      assertThat(until(lines, "event: inbox")).isTrue();
      assertThat(until(lines, id)).isTrue();
      ana.shutdownNow();
    }
  }

  private static boolean until(BufferedReader lines, String wanted) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  private String emergency() {
    JsonNode turn =
        service.say("robert-hayes", service.begin("robert-hayes"), "my chest hurts really bad");
    return turn.get("escalation").get("id").asString();
  }

  private void resolve(String id) {
    service.send(
        "POST",
        "/api/v1/escalations/" + id + "/resolve",
        service.token("nurse-ana"),
        "{\"outcome\":\"no-action\"}");
  }

  private HttpClient signedIn(String who) {
    HttpClient client = HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
    for (JsonNode provider : service.access().get("providers")) {
      if (provider.get("id").asString().equals(who)) {
        String link = provider.get("signIn").asString();
        service(client, HttpRequest.newBuilder(URI.create(link)).build());
      }
    }
    return client;
  }

  private static HttpResponse<String> service(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String path) {
    return service(ana, HttpRequest.newBuilder(at(path)).build());
  }

  private HttpResponse<String> post(String id, String action, String form, boolean htmx) {
    Matcher csrf = CSRF.matcher(get("/workspace").body());
    assertThat(csrf.find()).isTrue();
    HttpRequest.Builder request = HttpRequest.newBuilder(
            at("/workspace/escalations/" + id + "/" + action))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-CSRF-TOKEN", csrf.group(1))
        .POST(HttpRequest.BodyPublishers.ofString(form));
    return service(ana, (htmx ? request.header("HX-Request", "true") : request).build());
  }

  private URI at(String path) {
    return URI.create(service.baseUrl() + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
