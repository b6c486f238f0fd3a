package org.healthassistant.assistant.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Runs event streams, each on the (virtual) thread of its request: reads, writes, waits for a
/// signal. Without one it reads nothing but every twenty seconds, for safety; what other
/// instances write is signalled here by the watches of the rooms that own it. A stream ends
/// when its reader has gone, when it may read no longer, and when the service stops.
///
/// A reader has so many streams at once and no more, and all readers together have no more than
/// half of the connections: the rest is for messages.
@Component
public class EventStreams {

  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration SAFETY_LOOK = Duration.ofSeconds(20);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LOG_EVERY = Duration.ofMinutes(1);
  private static final int BY_TOKEN = 4;
  private static final int BY_COOKIE = 32;

  private final TopicSignals signals;
  private final RealClock clock;
  private final StreamPlaces places;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong nextLog = new AtomicLong(System.nanoTime());

  EventStreams(TopicSignals signals, RealClock clock, StreamPlaces places) {
    this.signals = signals;
    this.clock = clock;
    this.places = places;
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed.set(true);
  }

  /// Serves one reader by a cookie and returns when the stream has ended: at the latest after ten
  /// minutes, so that the reader comes again through the door.
  ///
  /// @param reader who reads: 32 streams at once
  /// @param topic whose signals bring news at once
  /// @param allowed asked every second whether the reader may still read; may not be slow
  /// @param source asked for news at the start, at every signal and every twenty seconds
  /// @throws org.springframework.web.server.ResponseStatusException with 429 when the reader has
  ///     too many streams already, with 503 when all readers together have
  public void serve(
      HttpServletResponse response,
      String reader,
      String topic,
      BooleanSupplier allowed,
      Source source) {
    long end = System.nanoTime() + LONGEST.toNanos();
    BooleanSupplier stays = () -> allowed.getAsBoolean() && System.nanoTime() < end;
    try (StreamPlaces.Place place = places.take(reader, BY_COOKIE)) {
      stream(response, topic, stays, source);
    }
  }

  /// Serves one reader by a token, and returns when the stream has ended.
  ///
  /// @param reader who reads: four streams at once
  /// @param topic whose signals bring news at once
  /// @param end when the token does
  /// @param source asked for news at the start, at every signal and every twenty seconds
  /// @throws org.springframework.web.server.ResponseStatusException with 429 when the reader has
  ///     too many streams already, with 503 when all readers together have
  public void serve(
      HttpServletResponse response, String reader, String topic, Instant end, Source source) {
    serve(response, reader, topic, end, () -> true, source);
  }

  /// As the one before, for a reader who may lose the right to read before the token ends.
  ///
  /// @param reader who reads: four streams at once
  /// @param topic whose signals bring news at once
  /// @param end when the token does
  /// @param allowed asked every second, and before anything is written, whether the reader may
  ///     still read; may not be slow
  /// @param source asked for news at the start, at every signal and every twenty seconds
  /// @throws org.springframework.web.server.ResponseStatusException with 429 when the reader has
  ///     too many streams already, with 503 when all readers together have
  public void serve(
      HttpServletResponse response,
      String reader,
      String topic,
      Instant end,
      BooleanSupplier allowed,
      Source source) {
    try (StreamPlaces.Place place = places.take(reader, BY_TOKEN)) {
      BooleanSupplier stays = () -> clock.instant().isBefore(end) && allowed.getAsBoolean();
      stream(response, topic, stays, source);
    }
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
    long looked = written - SAFETY_LOOK.toNanos();
    boolean due = true;
    while (!closed.get() && allowed.getAsBoolean()) {
      long now = System.nanoTime();
      boolean any = false;
      if (due || source.hasChanged() || now - looked >= SAFETY_LOOK.toNanos()) {
        looked = now;
        try {
          any = source.poll(sink);
        } catch (DataAccessException | TransactionException unreachable) {
          breakOff(unreachable, sink);
          return;
        }
      }
      if (any) {
        sink.flush();
        written = now;
      } else if (now - written >= HEARTBEAT.toNanos()) {
        sink.ping();
        written = now;
      }
      due = watch.await(TICK);
    }
  }

  /// The database is away: says so once a minute, and sends the readers home for a few seconds,
  /// each for another time, so that they do not all come back at once.
  private void breakOff(RuntimeException unreachable, EventSink sink) throws IOException {
    long now = System.nanoTime();
    long due = nextLog.get();
    if (now - due >= 0 && nextLog.compareAndSet(due, now + LOG_EVERY.toNanos())) {
      LOG.warn(
          "ST-001: event streams break off, the database does not answer ({}); readers come again",
          unreachable.getClass().getSimpleName());
    }
    sink.comeBackIn(Duration.ofMillis(ThreadLocalRandom.current().nextLong(2_000, 10_000)));
  }

  /// Where a stream's events come from.
  public interface Source {
    /// Writes what is new since the last call.
    ///
    /// @return whether anything was
    boolean poll(EventSink sink) throws IOException;

    /// Whether something has changed that no signal tells, such as time alone; asked every
    /// second, so it reads memory only.
    default boolean hasChanged() {
      return false;
    }
  }
}
