package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Speaks the service's HTTP interface. Safe for use by many threads.
public final class AssistantClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final URI base;
  private final Duration timeout;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT)
      .build();

  /// @param base scheme, host and port
  /// @param timeout how long one call may take
  public AssistantClient(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
  }

  /// Opens a conversation by web and gives its id.
  ///
  /// @throws IOException if the service is not reached
  /// @throws IllegalStateException if it refuses
  public String openConversation(String token, String language) throws IOException {
    JsonNode opened = call("POST", "/api/v1/conversations", token, Map.of("language", language))
        .orThrow("opening a conversation");
    return opened.path("id").asString("");
  }

  /// Sends a message and waits for its Turn.
  ///
  /// @param clientMessageId the same id again never does anything twice
  /// @throws IOException if the service is not reached or the connection breaks
  public ServiceResponse send(
      String token, String conversation, String text, String clientMessageId) throws IOException {
    return call(
        "POST",
        "/api/v1/conversations/" + conversation + "/messages",
        token,
        Map.of("text", text, "clientMessageId", clientMessageId));
  }

  /// Any call with a bearer token.
  ///
  /// @param body sent as JSON; null sends none
  /// @throws IOException if the service is not reached or the connection breaks
  public ServiceResponse call(String method, String path, String token, @Nullable Object body)
      throws IOException {
    var request = HttpRequest.newBuilder(base.resolve(path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .method(
            method,
            body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
    return exchange(request);
  }

  /// A call without a token, as a provider's webhook is called.
  ///
  /// @throws IOException if the service is not reached or the connection breaks
  public ServiceResponse get(String pathAndQuery) throws IOException {
    return exchange(
        HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(timeout).build());
  }

  private ServiceResponse exchange(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new ServiceResponse(response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
