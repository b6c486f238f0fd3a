package org.healthassistant.connector.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A server that answers one request with the given bytes and then hangs up, or stays silent
/// until it is closed.
final class ScriptedServer implements AutoCloseable {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final ServerSocket listening;
  private final CountDownLatch closing = new CountDownLatch(1);

  /// Completes when the client has hung up.
  final CompletableFuture<Void> clientLeft = new CompletableFuture<>();

  private ScriptedServer(boolean hangUp, String... events) {
    try {
      listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> serve(hangUp, events));
  }

  /// Sends the events as chunks, and breaks off without the last chunk.
  static ScriptedServer thatHangsUpAfter(String... events) {
    return new ScriptedServer(true, events);
  }

  /// Sends the events and then nothing more.
  static ScriptedServer thatFallsSilentAfter(String... events) {
    return new ScriptedServer(false, events);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v1");
  }

  private void serve(boolean hangUp, String... events) {
    try (Socket socket = listening.accept()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      readRequest(in);
      var out = socket.getOutputStream();
      out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
      for (String event : events) {
        byte[] chunk = event.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      if (!hangUp) {
        Thread.ofVirtual().start(() -> watch(in));
        closing.await();
      }
    } catch (IOException e) {
      clientLeft.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(InputStream in) {
    try {
      while (in.read() >= 0) {
        // nothing more is expected; only the end matters
      }
      clientLeft.complete(null);
    } catch (IOException e) {
      clientLeft.complete(null);
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    for (String line : head.toString().split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        in.readNBytes(Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    listening.close();
  }
}
