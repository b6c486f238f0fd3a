package org.healthassistant.evaluation.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged service as a process of its own.
///
/// Closing it stops it; what it wrote stays in its data directory, its output in `service.log`
/// there. Safe for use by several threads.
public final class ServiceProcess implements AutoCloseable {

  /// Where its output goes, within the data directory; appended to by later starts.
  public static final String LOG = "service.log";

  private static final Duration ORDERLY = Duration.ofSeconds(30);
  private static final Duration PROBE = Duration.ofSeconds(2);
  private static final int LOG_LINES = 30;

  /// Processes that must not outlive this program.
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final ServiceOptions options;
  private final Process process;
  private final long launchedNanos = System.nanoTime();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PROBE).build();
  private volatile @Nullable DemoAccess access;
  private volatile Duration startTime = Duration.ZERO;

  private ServiceProcess(ServiceOptions options, Process process) {
    this.options = options;
    this.process = process;
  }

  /// Starts the service and returns when it is ready.
  ///
  /// @throws IllegalStateException if it ends or is not ready in time; the message holds the
  ///     end of its output, and the process has been ended
  public static ServiceProcess start(ServiceOptions options) {
    ServiceProcess service = launch(options);
    service.awaitReady();
    return service;
  }

  /// Starts the process without waiting for anything.
  public static ServiceProcess launch(ServiceOptions options) {
    try {
      Files.createDirectories(options.temporary());
      Process process = new ProcessBuilder(options.command())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(
              options.dataDirectory().resolve(LOG).toFile()))
          .start();
      RUNNING.add(process);
      process.onExit().thenAccept(RUNNING::remove);
      return new ServiceProcess(options, process);
    } catch (IOException e) {
      throw new UncheckedIOException("the service could not be started", e);
    }
  }

  /// Waits until health is ready and `demo-access.json` is there.
  ///
  /// @return how long it took since the launch
  /// @throws IllegalStateException as [#start]
  public Duration awaitReady() {
    boolean came = Waiting.until(options.patience(), () -> !process.isAlive() || ready());
    if (!came || !process.isAlive()) {
      String how =
          process.isAlive() ? "was not ready in " + options.patience() : "ended while starting";
      kill();
      throw new IllegalStateException("the service " + how + "; its output ends:\n" + logEnd());
    }
    startTime = Duration.ofNanos(System.nanoTime() - launchedNanos);
    return startTime;
  }

  /// How long it took to become ready; zero before.
  public Duration startTime() {
    return startTime;
  }

  /// Whether it is ready now.
  public boolean ready() {
    var health = URI.create(
        "http://127.0.0.1:" + options.ports().management() + "/actuator/health/readiness");
    try {
      var request = HttpRequest.newBuilder(health).timeout(PROBE).build();
      if (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
        return false;
      }
      access = DemoAccess.read(options.dataDirectory().resolve(DemoAccess.FILE));
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Who may call it.
  ///
  /// @throws IllegalStateException before it was ready
  public DemoAccess access() {
    DemoAccess known = access;
    if (known == null) {
      throw new IllegalStateException("the service is not ready");
    }
    return known;
  }

  /// Where it is reached, without a slash at the end.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + options.ports().service());
  }

  /// How it was started.
  public ServiceOptions options() {
    return options;
  }

  /// The file its output goes to.
  public Path log() {
    return options.dataDirectory().resolve(LOG);
  }

  /// Whether the process runs.
  public boolean alive() {
    return process.isAlive();
  }

  /// The process's id.
  public long pid() {
    return process.pid();
  }

  /// Kills the process as `kill -9` does and returns when it is gone.
  public void kill() {
    process.destroyForcibly();
    awaitEnd(ORDERLY);
  }

  /// Stops the process where it is (`SIGSTOP`), as a machine that hangs does.
  public void pause() {
    signal("STOP");
  }

  /// Lets it go on (`SIGCONT`).
  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("the process could not be sent " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Asks the process to end (`SIGTERM`), waits up to 30 s, then kills it.
  ///
  /// @return whether it ended by itself
  public boolean stop() {
    process.destroy();
    if (awaitEnd(ORDERLY)) {
      return true;
    }
    kill();
    return false;
  }

  @Override
  public void close() {
    stop();
  }

  private boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private String logEnd() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException e) {
      return "(no output could be read)";
    }
  }
}
