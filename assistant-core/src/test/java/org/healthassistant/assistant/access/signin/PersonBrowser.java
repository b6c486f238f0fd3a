package org.healthassistant.assistant.access.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person's browser, as far as signing in needs one: cookies, and redirects as far as the
/// person wants to go.
final class PersonBrowser implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
  private static final int MOST = 10;

  private final String baseUrl;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder()
      .cookieHandler(cookies)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  PersonBrowser(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /// Asks for a page and stays at what is answered.
  HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html"));
  }

  /// Asks as a script of a page does.
  HttpResponse<String> fetch(String path) {
    return send(request(path).header("Accept", "text/html").header("Sec-Fetch-Mode", "cors"));
  }

  /// Opens a page and follows redirects, also to the issuer and back.
  HttpResponse<String> open(String path) {
    HttpResponse<String> answer = get(path);
    for (int i = 0; i < MOST && answer.statusCode() == 302; i++) {
      String to = answer.headers().firstValue("Location").orElseThrow();
      answer = get(answer.uri().resolve(to).toString());
    }
    return answer;
  }

  /// Sends a form of a page of the care team's.
  HttpResponse<String> post(String path, String form) {
    return send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-CSRF-TOKEN", proof())
        .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /// An event stream, left open.
  InputStream stream(String path) {
    try {
      return http.send(
              request(path).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The cookie of the session.
  HttpCookie cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("HASESSION"))
        .findFirst()
        .orElseThrow();
  }

  /// The session's id, as it stands in the database.
  String sessionId() {
    byte[] value = Base64.getDecoder().decode(cookie().getValue());
    return new String(value, StandardCharsets.UTF_8).replaceFirst("[.].*", "");
  }

  /// Takes over a cookie, as a second instance of the service gets it.
  PersonBrowser at(String otherUrl) {
    PersonBrowser other = new PersonBrowser(otherUrl);
    other.cookies.getCookieStore().add(URI.create(otherUrl), cookie());
    return other;
  }

  /// The browser of somebody who has read the id of a session somewhere.
  PersonBrowser forged(String url, String sessionId) {
    PersonBrowser other = new PersonBrowser(url);
    String value = Base64.getEncoder().encodeToString(sessionId.getBytes(StandardCharsets.UTF_8));
    HttpCookie cookie = new HttpCookie("HASESSION", value);
    cookie.setPath("/");
    cookie.setVersion(0);
    other.cookies.getCookieStore().add(URI.create(url), cookie);
    return other;
  }

  private String proof() {
    for (String page : new String[] {"/workspace/locked", "/workspace"}) {
      Matcher found = CSRF.matcher(get(page).body());
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("no page with a proof of origin");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("/") ? baseUrl + path : path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
