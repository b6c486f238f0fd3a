package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.healthassistant.evaluation.service.FreePorts;
import org.healthassistant.evaluation.service.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The proxy of `docs/clinic.md` in a real nginx, as it is printed but for addresses and TLS,
/// before a service that keeps what it hears. (That the service believes these headers, and no
/// others, is held by its own tests.)
class NginxIT {

  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port = FreePorts.choose().service();
  private final BlockingQueue<Map<String, String>> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch firstRead = new CountDownLatch(1);

  private HttpServer service;
  private Workshop workshop;

  @BeforeEach
  void stand(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isExecutable(NGINX), "nginx is not installed: its block is not carried out");
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    service.createContext("/", this::answer);
    service.start();
    String block = PrintedPage.of(
            "clinic.md",
            Map.of(
                "listen 443 ssl",
                "listen 127.0.0.1:" + port,
                "10.1.2.10:8080",
                "127.0.0.1:" + service.getAddress().getPort()))
        .blocks("nginx")
        .getFirst();
    workshop = new Workshop(folder, Map.of());
    workshop.write("nginx.conf", """
        daemon off;
        master_process off;
        pid nginx.pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
        %s
        }
        """.formatted(block));
    String start = NGINX + " -e stderr -p " + folder + " -c " + folder.resolve("nginx.conf");
    workshop.run(start + " -t");
    workshop.begin(start, "nginx.log");
    Waiting.until(PATIENCE, () -> !workshop.runs("nginx.log") || answers());
  }

  @AfterEach
  void stop() {
    if (workshop != null) {
      workshop.close();
      service.stop(0);
    }
  }

  @Test
  void tellsTheServiceWhoCallsAndByWhatAndLetsEventsThroughAsTheyCome() throws Exception {
    heard.clear();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/s"))
          .header("X-Forwarded-For", "203.0.113.9")
          .header("X-Forwarded-Proto", "http")
          .build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo("data: first");
        firstRead.countDown();
        assertThat(lines.readLine()).isEqualTo("data: second");
      }
    }
    assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("what a caller says of itself is not handed on")
        .containsEntry("X-forwarded-for", "127.0.0.1")
        .containsEntry("X-forwarded-proto", "https")
        .containsEntry("Host", "127.0.0.1");
  }

  /// The second event comes when the reader has the first.
  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> said = new java.util.HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> said.put(name, values.getFirst()));
    heard.add(said);
    if (!exchange.getRequestURI().getPath().equals("/s")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write("data: first\n".getBytes(StandardCharsets.UTF_8));
      body.flush();
      firstRead.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      body.write("data: second\n".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 204;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
