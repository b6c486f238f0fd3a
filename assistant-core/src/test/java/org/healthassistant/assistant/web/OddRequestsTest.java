package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no browser sends and others do is refused in words, and is no failure of ours.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OddRequestsTest {

  private static final String PATIENT = "tom-becker";

  private final TestService service;

  OddRequestsTest(TestDatabase database) {
    service = TestService.on(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/?a=%zz", "/sign-in?=a", "/api/v1/conversations/x/messages?=a", "/articles/a?%"})
  void refusesAQueryThatCannotBeRead(String address) {
    assertThat(firstLine(address)).contains(" 400 ");
  }

  /// A person hears it by a page.
  @Test
  void answersABrowserByAPage() {
    String answer = whole("/?a=%zz", "Accept: text/html,application/xhtml+xml");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("<!doctype html>");
    assertThat(whole("/api/v1/conversations?a=%zz", "Accept: text/html"))
        .startsWith("HTTP/1.1 400")
        .contains("malformed-parameters");
  }

  /// What the server refuses before our code sees it is a problem too, without a word of what was
  /// sent.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/conversations/%00/messages",
        "/api/v1/conversations/secret\u0000x",
        "/api/v1/../../secret",
        "/api/v1/conversations/%zz",
        "/api/v1/conversations/secret{x}",
        "/%2e%2e/%2e%2e/secret",
        "/%00"
      })
  void answersAMalformedPathByAProblem(String address) {
    String answer = whole(address, "X: y");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(answer)
        .contains("\"code\":\"")
        .doesNotContainIgnoringCase("<html", "tomcat", "secret", "exception");
  }

  /// H2 keeps a NUL, PostgreSQL does not: both hear the same.
  @ParameterizedTest
  @ValueSource(strings = {"messages?after=%00", "messages?after=a%00b"})
  void refusesANulInAnAddress(String rest) {
    String path = "/api/v1/conversations/" + service.begin(PATIENT) + "/" + rest;
    assertThat(service.send("GET", path, service.token(PATIENT), "").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages {\"text\":\"hello\",\"clientMessageId\":\"a\\u0000b\"}",
        "seen {\"upTo\":\"\\u0000\"}"
      })
  void refusesANulInAnId(String request) {
    String[] parts = request.split(" ", 2);
    String path = "/api/v1/conversations/" + service.begin(PATIENT) + "/" + parts[0];
    HttpResponse<String> answer = service.send("POST", path, service.token(PATIENT), parts[1]);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  /// By hand: a client of the library sends no such address.
  private String firstLine(String address) {
    return whole(address, "X: y").lines().findFirst().orElse("");
  }

  private String whole(String address, String header) {
    URI base = URI.create(service.baseUrl());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1:" + base.getPort() + "\r\n"
          + header + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
