package org.healthassistant.assistant.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.assistant.TestService;
import tools.jackson.databind.JsonNode;

/// A provider's browser, as far as a test needs one: cookies, pages, forms with their proof of
/// origin, streams.
public final class ProviderBrowser implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

  private final TestService service;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder()
      .cookieHandler(cookies)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  private ProviderBrowser(TestService service) {
    this.service = service;
  }

  /// Signed in by the link of the demo access file.
  public static ProviderBrowser of(TestService service, String provider) {
    ProviderBrowser browser = new ProviderBrowser(service);
    for (JsonNode known : service.access().get("providers")) {
      if (known.get("id").asString().equals(provider)) {
        browser.send(HttpRequest.newBuilder(URI.create(known.get("signIn").asString())));
      }
    }
    return browser;
  }

  /// The session's id, as it stands in the database.
  public String sessionId() {
    String value = cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("HASESSION"))
        .findFirst()
        .orElseThrow()
        .getValue();
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)
        .replaceFirst("[.].*", "");
  }

  /// A page as a person asks for it.
  public HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html"));
  }

  /// A form as the page's script sends it. The proof of origin is taken from the lock's page,
  /// which is there always.
  public HttpResponse<String> post(String path, String form) {
    return send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("HX-Request", "true")
        .header("X-CSRF-TOKEN", proof())
        .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /// An event stream, left open.
  public InputStream stream(String path) {
    return send(
            request(path).header("Accept", "text/event-stream"),
            HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  /// The status of an event stream that is refused.
  public int streamStatus(String path) {
    return send(request(path).header("Accept", "text/event-stream")).statusCode();
  }

  private String proof() {
    Matcher found = CSRF.matcher(get("/workspace/locked").body());
    Matcher open = found.find() ? found.reset() : CSRF.matcher(get("/workspace").body());
    assertThat(open.find()).as("a page with a proof of origin").isTrue();
    return open.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.baseUrl() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
