package org.healthassistant.assistant.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs event streams, each on the (virtual) thread of its request: reads, writes, waits for a
/// signal or a second, since another instance's rows wake nobody here. A stream ends when its
/// reader has gone, when it may read no longer, and when the service stops.
@Component
public class EventStreams {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final TopicSignals signals;
  private final RealClock clock;
  private final AtomicBoolean closed = new AtomicBoolean();

  EventStreams(TopicSignals signals, RealClock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed.set(true);
  }

  /// Serves one reader by a cookie and returns when the stream has ended: at the latest after ten
  /// minutes, so that the reader comes again through the door.
  ///
  /// @param topic whose signals bring news at once
  /// @param allowed asked at every look whether the reader may still read
  /// @param source asked for news at the start, at every signal and every second
  public void serve(
      HttpServletResponse response, String topic, BooleanSupplier allowed, Source source) {
    long end = System.nanoTime() + LONGEST.toNanos();
    stream(response, topic, () -> allowed.getAsBoolean() && System.nanoTime() < end, source);
  }

  /// Serves one reader by a token, and returns when the stream has ended.
  ///
  /// @param end when the token does
  public void serve(HttpServletResponse response, String topic, Instant end, Source source) {
    stream(response, topic, () -> clock.instant().isBefore(end), source);
  }

  private void stream(
      HttpServletResponse response, String topic, BooleanSupplier allowed, Source source) {
    try (TopicSignals.Watch watch = signals.watch(topic)) {
      run(watch, allowed, source, EventSink.open(response));
    } catch (IOException gone) {
      // The reader went away: nothing is left to do.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(TopicSignals.Watch watch, BooleanSupplier allowed, Source source, EventSink sink)
      throws IOException, InterruptedException {
    long written = System.nanoTime();
    while (!closed.get() && allowed.getAsBoolean()) {
      if (source.poll(sink)) {
        sink.flush();
        written = System.nanoTime();
      } else if (System.nanoTime() - written >= HEARTBEAT.toNanos()) {
        sink.ping();
        written = System.nanoTime();
      }
      watch.await(LOOK);
    }
  }

  /// Where a stream's events come from.
  public interface Source {
    /// Writes what is new since the last call.
    ///
    /// @return whether anything was
    boolean poll(EventSink sink) throws IOException;
  }
}
