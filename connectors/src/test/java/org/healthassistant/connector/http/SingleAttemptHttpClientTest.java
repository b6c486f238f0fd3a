package org.healthassistant.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleAttemptHttpClientTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final SingleAttemptHttpClient client = new SingleAttemptHttpClient(Duration.ofSeconds(2));
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private ServerSocket server;
  private @Nullable String answer;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void asksOnlyOnceWhereTheOtherSideHangsUpWithoutAnAnswer() {
    answer = "";
    assertThat(client.get(page())).isEqualTo(new HttpOutcome.Broken("connection-broken"));
    assertThat(requests).as("the JDK's client would ask twice").hasSize(1);
  }

  @Test
  void saysThatItWaitedInVain() {
    answer = null;
    assertThat(client.get(page())).isEqualTo(new HttpOutcome.Broken("timeout"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void saysThatNothingWasSentWhereNobodyListens() {
    // Port 1, since a port that was just closed may still take what comes.
    assertThat(client.get(URI.create("http://127.0.0.1:1/"))).isEqualTo(new HttpOutcome.NotSent());
  }

  @Test
  void followsNoRedirect() {
    answer = "HTTP/1.1 302 Found\r\nLocation: " + page() + "elsewhere\r\nContent-Length: 0\r\n\r\n";
    assertThat(client.get(page()))
        .isInstanceOfSatisfying(
            HttpOutcome.Answered.class,
            answered -> assertThat(answered.status()).isEqualTo(302));
    assertThat(requests).hasSize(1);
  }

  @Test
  void readsOnlyTheBeginningOfALongAnswer() {
    String body = "x".repeat(SingleAttemptHttpClient.BODY_LIMIT + 1000);
    answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    assertThat(client.get(page()))
        .isInstanceOfSatisfying(
            HttpOutcome.Answered.class,
            answered -> assertThat(answered.body()).hasSize(SingleAttemptHttpClient.BODY_LIMIT));
  }

  @Test
  void writesAFormInUtf8() {
    answer = "HTTP/1.1 204 No Content\r\n\r\n";
    client.postForm(page(), headers -> headers.set("X-Own", "1"), Map.of("Body", "¿Qué? & más"));
    assertThat(requests.getFirst())
        .startsWith("POST / HTTP/1.1\r\n")
        .contains("X-Own: 1", "Content-Type: application/x-www-form-urlencoded")
        .endsWith("\r\n\r\nBody=%C2%BFQu%C3%A9%3F+%26+m%C3%A1s");
  }

  @Test
  void refusesToWaitForEver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SingleAttemptHttpClient(Duration.ZERO))
        .withMessageContaining("PT0S");
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 5 ', 5",
    "0, 0",
    "'Tue, 24 Nov 2026 12:01:00 GMT', 60",
    "'Tue, 24 Nov 2026 11:00:00 GMT', 0"
  })
  void readsHowLongTheOtherSideAsksToWait(String header, long seconds) {
    assertThat(new HttpOutcome.Answered(429, header, "").wait(NOON)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999", "Tue, 99 Nov 2026 12:01:00 GMT"})
  void takesNonsenseForNothing(String header) {
    assertThat(new HttpOutcome.Answered(429, header, "").wait(NOON)).isNull();
    assertThat(new HttpOutcome.Answered(429, null, "").wait(NOON)).isNull();
  }

  private URI page() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /// Reads what came in one go, which is all that these small requests are.
  private void answer(Socket socket) {
    String given = answer;
    try (socket) {
      requests.add(read(socket.getInputStream()));
      if (given == null) {
        socket.getInputStream().readAllBytes();
      } else {
        socket.getOutputStream().write(given.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      // The client gave up, which is what the test is about.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0 || missing(text) > 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private static int missing(CharSequence text) {
    String request = text.toString();
    int head = request.indexOf("\r\n\r\n") + 4;
    return request
            .lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
            .findFirst()
            .orElse(0)
        - (request.length() - head);
  }
}
