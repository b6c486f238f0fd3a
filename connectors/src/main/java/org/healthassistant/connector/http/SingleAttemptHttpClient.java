package org.healthassistant.connector.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/// Makes one request, once: on a connection of its own, never repeated, and following no
/// redirect.
///
/// The JDK's client repeats a GET by itself when the other side hangs up without an answer, and
/// a text would go out twice; so this uses the one client that can be told not to. Safe for use
/// by many threads.
public final class SingleAttemptHttpClient {
  /// How much of an answer's body is read.
  public static final int BODY_LIMIT = 16_384;

  /// More requests at the same time wait for one of them to end.
  private static final int MOST_CONNECTIONS = 200;

  private final RestClient client;

  /// Opens no connection yet.
  ///
  /// @param timeout for connecting, and for each silence of the other side; above 0
  public SingleAttemptHttpClient(Duration timeout) {
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be above 0, got " + timeout);
    }
    this.client = RestClient.builder()
        .requestFactory(new HttpComponentsClientHttpRequestFactory(httpClient(timeout)))
        .build();
  }

  /// Gets a page. Blocks, so it is called on a virtual thread.
  public HttpOutcome get(URI uri) {
    return exchange(client.get().uri(uri));
  }

  /// Posts JSON, byte for byte as given. Blocks, so it is called on a virtual thread.
  public HttpOutcome postJson(URI uri, Consumer<HttpHeaders> headers, String json) {
    return exchange(client
        .post()
        .uri(uri)
        .header(HttpHeaders.CONTENT_TYPE, "application/json")
        .headers(headers)
        .body(json.getBytes(StandardCharsets.UTF_8)));
  }

  /// Posts a form in UTF-8. Blocks, so it is called on a virtual thread.
  public HttpOutcome postForm(URI uri, Consumer<HttpHeaders> headers, Map<String, String> form) {
    String body = form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
    return exchange(client
        .post()
        .uri(uri)
        .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
        .headers(headers)
        .body(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static CloseableHttpClient httpClient(Duration timeout) {
    var connections = PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(Timeout.of(timeout)).build())
        .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.of(timeout)).build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("health-assistant")
        .build();
  }

  private static HttpOutcome exchange(RestClient.RequestHeadersSpec<?> request) {
    try {
      return request.exchangeForRequiredValue((sent, response) -> read(response));
    } catch (ResourceAccessException e) {
      return broken(e);
    }
  }

  private static HttpOutcome read(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    String retryAfter = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    byte[] body = response.getBody().readNBytes(BODY_LIMIT);
    return new HttpOutcome.Answered(status, retryAfter, new String(body, StandardCharsets.UTF_8));
  }

  private static HttpOutcome broken(ResourceAccessException e) {
    return switch (e.getMostSpecificCause()) {
      case ConnectException refused -> new HttpOutcome.NotSent();
      case UnknownHostException unknown -> new HttpOutcome.NotSent();
      case ConnectTimeoutException late -> new HttpOutcome.NotSent();
      case SocketTimeoutException late -> new HttpOutcome.Broken("timeout");
      default -> new HttpOutcome.Broken("connection-broken");
    };
  }
}
