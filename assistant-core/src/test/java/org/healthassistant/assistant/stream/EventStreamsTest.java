package org.healthassistant.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class EventStreamsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant TOKEN_ENDS = NOON.plusSeconds(60);

  private final TopicSignals signals = new TopicSignals();
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private volatile Instant now = NOON;
  private final EventStreams streams = new EventStreams(signals, new RealClock(() -> now));

  @Test
  void beginsAStreamThatNothingOnItsWayHoldsBack() throws Exception {
    streams.serve(response, "topic", NOON, sink -> true);

    assertThat(response.getContentType()).startsWith("text/event-stream");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(written()).isEqualTo("retry: 1000\n\n");
  }

  @Test
  void writesEventsFromWhichTheReaderCanGoOn() throws Exception {
    streams.serve(response, "topic", TOKEN_ENDS, sink -> {
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

    streams.serve(response, "topic", TOKEN_ENDS, sink -> {
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

    streams.serve(response, "topic", () -> asked.incrementAndGet() < 3, sink -> {
      signals.signal("topic");
      return false;
    });

    assertThat(asked).hasValue(3);
  }

  @Test
  void endsWhenTheServiceStops() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "topic", TOKEN_ENDS, sink -> {
      polls.incrementAndGet();
      streams.close();
      return true;
    });

    assertThat(polls).hasValue(1);
  }

  @Test
  void endsQuietlyWhenTheReaderHasGone() {
    AtomicInteger polls = new AtomicInteger();

    streams.serve(response, "topic", TOKEN_ENDS, sink -> {
      polls.incrementAndGet();
      throw new IOException("broken pipe");
    });

    assertThat(polls).hasValue(1);
  }

  @Test
  void looksAgainAtEverySignalOfItsTopic() throws Exception {
    AtomicInteger polls = new AtomicInteger();
    CompletableFuture<Void> served =
        CompletableFuture.runAsync(() -> streams.serve(response, "topic", TOKEN_ENDS, sink -> {
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

  private boolean endToken() {
    now = TOKEN_ENDS;
    return true;
  }

  private String written() throws UnsupportedEncodingException {
    return response.getContentAsString();
  }
}
