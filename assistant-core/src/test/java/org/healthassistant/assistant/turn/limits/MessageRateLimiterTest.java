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
      assertThat(limiter.tooFast("one")).isEmpty();
    }

    assertThat(limiter.tooFast("one")).contains(Duration.ofSeconds(10));
  }

  @Test
  void refillsEvenly() {
    for (int i = 0; i < 6; i++) {
      limiter.tooFast("one");
    }
    now = now.plusSeconds(10);

    assertThat(limiter.tooFast("one")).isEmpty();
    assertThat(limiter.tooFast("one")).isPresent();
  }

  @Test
  void countsEachSubjectByItself() {
    for (int i = 0; i < 7; i++) {
      limiter.tooFast("one");
    }

    assertThat(limiter.tooFast("another")).isEmpty();
  }
}
