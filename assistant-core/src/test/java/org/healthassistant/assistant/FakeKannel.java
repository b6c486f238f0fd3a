package org.healthassistant.assistant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Kannel's `sendsms` page on the loopback address: takes every text unless told otherwise.
public final class FakeKannel implements AutoCloseable {

  private static final int BREAK_OFF = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpServer server;
  private final List<Map<String, String>> texts = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ArrayDeque<>();

  /// Begins to listen on a free port.
  public FakeKannel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/cgi-bin/sendsms", this::take);
    server.start();
  }

  /// Its `sendsms` page.
  public URI sendUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/sendsms");
  }

  /// What it was asked to send, in order, also what it did not take.
  public List<Map<String, String>> texts() {
    return texts;
  }

  /// Waits until so many texts were sent, and returns their words.
  ///
  /// @throws AssertionError if they do not come within ten seconds
  public synchronized List<String> awaitTexts(int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (texts.size() < count) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(count + " texts were expected, but " + texts.size() + " came");
      }
      wait(left);
    }
    return texts.stream().map(text -> text.getOrDefault("text", "")).toList();
  }

  /// The next request is answered so.
  public synchronized void answerNext(int status, String body) {
    answers.add(new Answer(status, body));
  }

  /// The next request gets no answer: the connection breaks.
  public synchronized void breakOffNext() {
    answers.add(new Answer(BREAK_OFF, ""));
  }

  /// Forgets what was sent and what it was told to answer.
  public synchronized void forget() {
    texts.clear();
    answers.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    texts.add(parameters(exchange.getRequestURI().getRawQuery()));
    notifyAll();
    Answer answer =
        answers.isEmpty() ? new Answer(202, "0: Accepted for delivery") : answers.remove();
    if (answer.status() != BREAK_OFF) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private record Answer(int status, String body) {}
}
