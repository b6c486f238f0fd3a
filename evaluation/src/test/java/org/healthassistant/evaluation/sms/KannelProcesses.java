package org.healthassistant.evaluation.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A real Kannel on free loopback ports: bearerbox, smsbox, and the door for a fake SMSC.
final class KannelProcesses implements AutoCloseable {

  private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
  private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");

  /// Tries again every second, for longer than a service takes to start.
  private static final String CONFIGURATION = """
      group = core
      admin-port = ${admin}
      admin-password = admin
      smsbox-port = ${smsbox}
      box-allow-ip = "127.0.0.1"
      box-deny-ip = "*.*.*.*"
      dlr-storage = internal

      group = smsc
      smsc = fake
      smsc-id = FAKE
      host = 127.0.0.1
      port = ${smsc}
      connect-allow-ip = 127.0.0.1

      group = smsbox
      bearerbox-host = 127.0.0.1
      sendsms-port = ${sendsms}
      mo-recode = true
      http-request-retry = 180
      http-queue-delay = 1

      group = sendsms-user
      username = assistant
      password = kannel
      max-messages = 10
      concatenation = true

      group = sms-service
      keyword = default
      catch-all = true
      max-messages = 0
      omit-empty = true
      get-url = "${service}/sms/kannel/inbound?secret=${secret}&from=%p&to=%P&text=%b&id=%I&ts=%T&charset=%C"
      """;

  private final Path folder;
  private final int smscPort = freePort();
  private final int sendPort = freePort();
  private final List<Process> processes = new ArrayList<>();

  private KannelProcesses(Path folder) {
    this.folder = folder;
  }

  /// What is not installed; empty when Kannel is there.
  static List<Path> missing() {
    return List.of(BEARERBOX, SMSBOX, FakeSmsc.PROGRAM).stream()
        .filter(program -> !Files.isExecutable(program))
        .toList();
  }

  /// Starts it, and returns when the SMSC's door and the `sendsms` page are open.
  ///
  /// @param service where it delivers texts, scheme, host and port
  /// @param secret what it proves itself by there
  static KannelProcesses start(Path folder, String service, String secret) {
    KannelProcesses kannel = new KannelProcesses(folder);
    try {
      int smsboxPort = freePort();
      Path file = folder.resolve("kannel.conf");
      Files.writeString(
          file,
          filled(Map.of(
              "admin", String.valueOf(freePort()),
              "smsbox", String.valueOf(smsboxPort),
              "smsc", String.valueOf(kannel.smscPort),
              "sendsms", String.valueOf(kannel.sendPort),
              "service", service,
              "secret", secret)));
      kannel.run(BEARERBOX, file);
      awaitOpen(smsboxPort);
      kannel.run(SMSBOX, file);
      awaitOpen(kannel.sendPort);
      return kannel;
    } catch (IOException e) {
      kannel.close();
      throw new UncheckedIOException(e);
    }
  }

  String sendUrl() {
    return "http://127.0.0.1:" + sendPort + "/cgi-bin/sendsms";
  }

  /// A handset that sends one text and receives what comes; only one may be open at a time.
  FakeSmsc handset(String from, String to, String text) {
    return FakeSmsc.start(folder, smscPort, from, to, text);
  }

  @Override
  public void close() {
    processes.reversed().forEach(KannelProcesses::end);
  }

  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void run(Path program, Path file) throws IOException {
    processes.add(new ProcessBuilder(program.toString(), "-v", "4", file.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile())
        .start());
  }

  private static String filled(Map<String, String> values) {
    String text = CONFIGURATION;
    for (var value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static void awaitOpen(int port) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> open(port));
  }

  private static boolean open(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
