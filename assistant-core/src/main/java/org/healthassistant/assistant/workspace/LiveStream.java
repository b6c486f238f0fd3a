package org.healthassistant.assistant.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.WakeUps;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs event streams, each on the (virtual) thread of its request: reads, writes, waits for a
/// wake-up or a second, since another instance's rows wake nobody here. A stream ends when its
/// reader has gone, when the service stops, and after a while, so that its reader signs in again.
@Component
class LiveStream {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final WakeUps wakeUps;
  private final RealClock clock;
  private final AtomicBoolean closed = new AtomicBoolean();

  LiveStream(WakeUps wakeUps, RealClock clock) {
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed.set(true);
  }

  /// Serves one reader until the stream ends, at the latest when the reader may no longer read.
  ///
  /// @param topic whose signals bring news at once
  /// @param may asked at every look whether the reader may still read
  /// @param source asked for news at the start, at every signal and every second
  void serve(HttpServletResponse response, String topic, BooleanSupplier may, Source source) {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    wakeUps.join(topic);
    try {
      // Not the response's own writer, which never tells that the reader has gone.
      run(topic, may, source, new OutputStreamWriter(response.getOutputStream(), UTF_8));
    } catch (IOException gone) {
      // The reader went away: nothing is left to do.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      wakeUps.leave(topic);
    }
  }

  private void run(String topic, BooleanSupplier may, Source source, Writer to)
      throws IOException, InterruptedException {
    Instant end = clock.instant().plus(LONGEST);
    Instant beat = clock.instant();
    to.write("retry: 1000\n\n");
    while (!closed.get() && may.getAsBoolean() && clock.instant().isBefore(end)) {
      long ticket = wakeUps.ticket(topic);
      boolean wrote = source.news(new Sink(to));
      if (wrote || !clock.instant().isBefore(beat)) {
        if (!wrote) {
          to.write(":\n\n");
        }
        to.flush();
        beat = clock.instant().plus(HEARTBEAT);
      }
      wakeUps.await(topic, ticket, LOOK);
    }
  }

  /// Where a stream's events come from.
  interface Source {
    /// Writes what is new since the last call.
    ///
    /// @return whether anything was
    boolean news(Sink sink) throws IOException;
  }

  /// Takes events.
  record Sink(Writer to) {
    /// Writes one event.
    ///
    /// @param data may have several lines
    void event(String name, String data) throws IOException {
      to.write("event: " + name + "\n");
      for (String line : data.lines().toList()) {
        to.write("data: " + line + "\n");
      }
      to.write("\n");
    }
  }
}
