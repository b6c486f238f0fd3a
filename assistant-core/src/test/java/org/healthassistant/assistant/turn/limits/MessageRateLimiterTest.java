package org.healthassistant.assistant.turn.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageRateLimiterTest {

  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final MessageRateLimiter limiter = new MessageRateLimiter(6, () -> now);

  @Test
  void allowsAMinutesMessagesAtOnceAndNoMore() {
    for (int i = 0; i < 6; i++) {
      assertThat(limiter.count("one")).isEqualTo(new Pace.Allowed());
    }

    assertThat(limiter.count("one")).isEqualTo(new Pace.TooFast(Duration.ofSeconds(10)));
  }

  @Test
  void looksAtFourTimesAsManyAndNoMore() {
    for (int i = 0; i < 24; i++) {
      assertThat(limiter.count("one")).isNotInstanceOf(Pace.Unread.class);
    }

    assertThat(limiter.count("one")).isEqualTo(new Pace.Unread(Duration.ofMillis(2500)));
  }

  @Test
  void refillsEvenly() {
    for (int i = 0; i < 6; i++) {
      limiter.count("one");
    }
    now = now.plusSeconds(10);

    assertThat(limiter.count("one")).isEqualTo(new Pace.Allowed());
    assertThat(limiter.count("one")).isInstanceOf(Pace.TooFast.class);
  }

  @Test
  void countsEachSenderByItself() {
    for (int i = 0; i < 7; i++) {
      limiter.count("one");
    }

    assertThat(limiter.count("another")).isEqualTo(new Pace.Allowed());
  }
}
