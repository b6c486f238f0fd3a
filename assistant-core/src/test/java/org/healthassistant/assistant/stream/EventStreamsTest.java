package org.healthassistant.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

class EventStreamsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant TOKEN_ENDS = NOON.plusSeconds(60);

  private final TopicSignals signals = new TopicSignals();
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private volatile Instant now = NOON;
  private final EventStreams streams =
      new EventStreams(signals, new RealClock(() -> now), new StreamPlaces());

  @Test
  void beginsAStreamThatNothingOnItsWayHoldsBack() throws Exception {
    streams.serve(response, "reader", "topic", NOON, sink -> true);

    assertThat(response.getContentType()).startsWith("text/event-stream");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(written()).isEqualTo("retry: 1000\n\n");
  }

  @Test
  void writesEventsFromWhichTheReaderCanGoOn() throws Exception {
    streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
      sink.event("message", "7", "first\nsecond");
      sink.event("handoff", "no place to go on from");
      return endToken();
    });

    assertThat(written()).endsWith("""
        id: 7
        event: message
        data: first
        data: second

        event: handoff
        data: no place to go on from

        """);
  }

  @Test
  void endsWithTheToken() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
      if (polls.incrementAndGet() == 3) {
        endToken();
      }
      signals.signal("topic");
      return false;
    });

    assertThat(polls).hasValue(3);
  }

  @Test
  void endsWhenTheReaderMayReadNoLonger() {
    AtomicInteger asked = new AtomicInteger();

    streams.serve(response, "reader", "topic", () -> asked.incrementAndGet() < 3, sink -> {
      signals.signal("topic");
      return false;
    });

    assertThat(asked).hasValue(3);
  }

  @Test
  void endsWhenTheServiceStops() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
      polls.incrementAndGet();
      streams.close();
      return true;
    });

    assertThat(polls).hasValue(1);
  }

  @Test
  void endsQuietlyWhenTheReaderHasGone() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
      polls.incrementAndGet();
      throw new IOException("broken pipe");
    });

    assertThat(polls).hasValue(1);
  }

  @Test
  void looksAgainAtEverySignalOfItsTopic() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    CompletableFuture<Void> served = CompletableFuture.runAsync(
        () -> streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
          if (polls.incrementAndGet() == 50) {
            endToken();
          }
          return false;
        }));
    while (!served.isDone()) {
      signals.signal("topic");
      Thread.onSpinWait();
    }

    served.get(1, TimeUnit.SECONDS);
    assertThat(polls).as("fifty seconds' looks without signals").hasValue(50);
  }

  @Test
  void readsNothingWithoutASignal() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    CountDownLatch ticks = new CountDownLatch(3);
    EventStreams.Source source = new EventStreams.Source() {
      @Override
      public boolean poll(EventSink sink) {
        polls.incrementAndGet();
        return false;
      }

      @Override
      public boolean hasChanged() {
        ticks.countDown();
        return false;
      }
    };
    CompletableFuture<Void> served = CompletableFuture.runAsync(
        () -> streams.serve(response, "reader", "topic", TOKEN_ENDS, source));

    assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
    endToken();
    served.get(10, TimeUnit.SECONDS);
    assertThat(polls).as("looks in three seconds").hasValue(1);
  }

  @Test
  void looksAtOnceWhenASourceKnowsOfAChangeThatNoSignalTells() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "reader", "topic", TOKEN_ENDS, new EventStreams.Source() {
      @Override
      public boolean poll(EventSink sink) {
        return polls.incrementAndGet() == 2 ? endToken() : false;
      }

      @Override
      public boolean hasChanged() {
        return true;
      }
    });

    assertThat(polls).hasValue(2);
  }

  @Test
  void sendsTheReaderHomeForAWhileWhenTheDatabaseIsAway() throws Exception {
    streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
      throw new DataAccessResourceFailureException("away");
    });

    assertThat(written()).matches("retry: 1000\n\nretry: [2-9]\\d{3}\n\n");
  }

  @Test
  void givesAReaderWithATokenFourStreamsAndRefusesTheFifth() {
    AtomicInteger refused = new AtomicInteger();

    nest(5, refused);

    assertThat(refused).hasValue(1);
    streams.serve(response, "reader", "topic", NOON, sink -> false);
  }

  @Test
  void leavesConnectionsThatNoStreamMayTake() {
    StreamPlaces places = new StreamPlaces();
    for (int i = 0; i < 4_096; i++) {
      places.take("reader " + i, 4);
    }

    assertThatThrownBy(() -> places.take("one more", 4))
        .isInstanceOfSatisfying(
            ResponseStatusException.class,
            refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(503));
  }

  private void nest(int more, AtomicInteger refused) {
    try {
      streams.serve(response, "reader", "topic", TOKEN_ENDS, sink -> {
        if (more > 1) {
          nest(more - 1, refused);
        }
        return endToken();
      });
    } catch (ResponseStatusException refusal) {
      assertThat(refusal.getStatusCode().value()).isEqualTo(429);
      refused.incrementAndGet();
    }
  }

  private boolean endToken() {
    now = TOKEN_ENDS;
    return true;
  }

  private String written() throws UnsupportedEncodingException {
    return response.getContentAsString();
  }
}
