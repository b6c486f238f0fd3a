package org.healthassistant.evaluation.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.healthassistant.evaluation.service.ServiceOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The outside world of a service under test, on one loopback port: Kannel's `sendsms` page,
/// which accepts every text, and the pager's webhook. What comes is kept in the order of
/// coming.
public final class StubbedOutsideWorld implements AutoCloseable {

  /// The secret of the inbound webhook.
  public static final String SECRET = "evaluation-inbound";

  /// The service's own number.
  public static final String OWN_NUMBER = "+15555550100";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SENDSMS = "/cgi-bin/sendsms";
  private static final String PAGES = "/pages";
  private static final String UNSET = "";

  private final HttpServer server;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Text> texts = new ConcurrentLinkedQueue<>();
  private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
  private volatile long lastNanos = System.nanoTime();

  private StubbedOutsideWorld(HttpServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /// A text that the service sent.
  ///
  /// @param to the number, with `+`
  public record Text(String to, String words, long nanos) {
    @Override
    public String toString() {
      return "Text[REDACTED]";
    }
  }

  /// A page that came by the webhook.
  ///
  /// @param key the webhook's id: the same whenever the same page comes again
  /// @param escalation its id; empty for a notice that is none of an escalation
  public record Page(String key, String escalation, Instant at) {}

  /// Begins to listen.
  ///
  /// @param clock the time that pages are marked with
  /// @throws UncheckedIOException if no port is free
  public static StubbedOutsideWorld open(Clock clock) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var outside = new StubbedOutsideWorld(HttpServer.create(address, 0), clock);
      outside.server.setExecutor(outside.threads);
      outside.server.createContext(SENDSMS, outside::sendsms);
      outside.server.createContext(PAGES, outside::page);
      outside.server.start();
      return outside;
    } catch (IOException e) {
      throw new UncheckedIOException("no port on the loopback address", e);
    }
  }

  /// The options of a service that lives in this outside: its SMS gateway and its pager are here.
  public ServiceOptions around(ServiceOptions options) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    String key =
        Base64.getEncoder().encodeToString("evaluation-pages-key-of-32-bytes".getBytes(UTF_8));
    return options
        .with("assistant.sms.provider", "kannel")
        .with("assistant.sms.kannel.send-url", base + SENDSMS)
        .with("assistant.sms.kannel.username", "evaluation")
        .with("assistant.sms.kannel.password", "evaluation")
        .with("assistant.sms.kannel.from", OWN_NUMBER)
        .with("assistant.sms.kannel.inbound-secret", SECRET)
        .with("assistant.escalation.webhook.url", base + PAGES)
        .with("assistant.escalation.webhook.secret", "whsec_" + key);
  }

  /// The texts sent so far, oldest first.
  public List<Text> texts() {
    return List.copyOf(texts);
  }

  /// The pages that came so far, oldest first; a repeated one every time.
  public List<Page> pages() {
    return List.copyOf(pages);
  }

  /// The time by the clock that pages are marked with.
  public Instant now() {
    return clock.instant();
  }

  /// When something last came, by [System#nanoTime].
  public long lastNanos() {
    return lastNanos;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void sendsms(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    long now = System.nanoTime();
    texts.add(new Text(query.getOrDefault("to", UNSET), query.getOrDefault("text", UNSET), now));
    lastNanos = now;
    answer(exchange, 202, "0: Accepted for delivery");
  }

  private void page(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String escalation = JSON.readTree(body).path("escalation").asString(UNSET);
      pages.add(new Page(id == null ? UNSET : id, escalation, now()));
      lastNanos = System.nanoTime();
      answer(exchange, 200, "");
    } catch (JacksonException e) {
      answer(exchange, 400, "");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  /// The parameters; `text` is read in the `charset` that is named beside it.
  private static Map<String, String> query(String raw) {
    var found = new HashMap<String, String>();
    for (String part : raw.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        found.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    Charset charset = found.containsKey("charset")
        ? Charset.forName(URLDecoder.decode(found.get("charset"), UTF_8))
        : UTF_8;
    found.replaceAll(
        (name, value) -> URLDecoder.decode(value, name.equals("text") ? charset : UTF_8));
    return found;
  }
}
