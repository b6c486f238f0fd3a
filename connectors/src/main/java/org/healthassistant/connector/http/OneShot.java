package org.healthassistant.connector.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/// Makes one request on a connection of its own and follows no redirect.
///
/// A connection that is used again would let the JDK repeat a GET by itself when the connection
/// turns out to be
/// dead, and a text would go out twice.
///
/// @param timeout for connecting, and again for the whole answer
public record OneShot(Duration timeout) {
  /// How much of an answer's body is read.
  public static final int BODY_LIMIT = 4096;

  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  /// Checks the time.
  public OneShot {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
    }
  }

  /// Gets a page.
  public Answer get(URI uri) {
    return exchange(HttpMethod.GET, uri, headers -> {}, "");
  }

  /// Posts JSON, byte for byte as given.
  public Answer postJson(URI uri, Consumer<HttpHeaders> headers, String json) {
    Consumer<HttpHeaders> contentType =
        all -> all.set(HttpHeaders.CONTENT_TYPE, "application/json");
    return exchange(HttpMethod.POST, uri, contentType.andThen(headers), json);
  }

  private Answer exchange(HttpMethod method, URI uri, Consumer<HttpHeaders> headers, String body) {
    HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .executor(VIRTUAL)
        .build();
    try {
      var factory = new JdkClientHttpRequestFactory(client, VIRTUAL);
      factory.setReadTimeout(timeout);
      var request = RestClient.builder()
          .requestFactory(factory)
          .build()
          .method(method)
          .uri(uri)
          .headers(headers);
      if (!body.isEmpty()) {
        request.body(body.getBytes(StandardCharsets.UTF_8));
      }
      return request.exchangeForRequiredValue((sent, response) -> read(response));
    } catch (ResourceAccessException e) {
      return broken(e);
    } finally {
      client.shutdownNow();
    }
  }

  private static Answer read(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    String retryAfter = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    byte[] body = response.getBody().readNBytes(BODY_LIMIT);
    return new Answer.Answered(status, retryAfter, new String(body, StandardCharsets.UTF_8));
  }

  private static Answer broken(ResourceAccessException e) {
    boolean timedOut = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConnectException refused -> {
          return new Answer.NotSent();
        }
        case HttpConnectTimeoutException late -> {
          return new Answer.NotSent();
        }
        case UnknownHostException unknown -> {
          return new Answer.NotSent();
        }
        case UnresolvedAddressException unresolved -> {
          return new Answer.NotSent();
        }
        case HttpTimeoutException late -> timedOut = true;
        default -> {}
      }
    }
    return new Answer.Broken(timedOut ? "timeout" : "connection-broken");
  }
}
