package org.healthassistant.assistant.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.notify.NotificationOutcome;
import org.junit.jupiter.api.Test;

class ChannelRestTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant AFTER = NOW.plus(ChannelRest.REST);
  private static final NotificationOutcome LATER =
      new NotificationOutcome.TryLater("http-500", null);

  private final ChannelRest rest = new ChannelRest();

  @Test
  void restsAfterFiveFailuresInARowAndNotBefore() {
    fail(ChannelRest.FAILURES - 1);
    rest.told(new NotificationOutcome.Accepted(), NOW);
    fail(ChannelRest.FAILURES - 1);
    assertThat(rest.lets(false, NOW)).isTrue();

    rest.told(LATER, NOW);

    assertThat(rest.lets(false, NOW)).isFalse();
    assertThat(rest.rests(NOW)).isTrue();
  }

  @Test
  void neverHoldsBackAFirstAttempt() {
    fail(3 * ChannelRest.FAILURES);

    assertThat(rest.lets(true, NOW)).isTrue();
    assertThat(rest.lets(true, NOW)).isTrue();
  }

  @Test
  void isTriedByOneAndThenOpenForAll() {
    fail(ChannelRest.FAILURES);

    assertThat(rest.lets(false, AFTER)).as("tries it").isTrue();
    assertThat(rest.lets(false, AFTER)).as("while it is tried").isFalse();
    rest.told(new NotificationOutcome.Accepted(), AFTER);

    assertThat(rest.lets(false, AFTER)).isTrue();
    assertThat(rest.lets(false, AFTER)).isTrue();
  }

  @Test
  void isOpenedByAFirstAttemptThatGetsThrough() {
    fail(ChannelRest.FAILURES);

    assertThat(rest.lets(true, NOW)).isTrue();
    rest.told(new NotificationOutcome.Accepted(), NOW);

    assertThat(rest.lets(false, NOW)).isTrue();
  }

  @Test
  void restsAgainWhereTheTrialFailsOrSaysNothing() {
    fail(ChannelRest.FAILURES);

    assertThat(rest.lets(false, AFTER)).isTrue();
    rest.told(LATER, AFTER);
    assertThat(rest.lets(false, AFTER.plusSeconds(1))).isFalse();

    Instant later = AFTER.plus(ChannelRest.REST);
    assertThat(rest.lets(false, later)).as("and dies").isTrue();
    assertThat(rest.lets(false, later.plusSeconds(1))).isFalse();
    assertThat(rest.lets(false, later.plus(ChannelRest.REST))).isTrue();
  }

  @Test
  void doesNotRestForAnAddressThatIsRefused() {
    for (int i = 0; i < 2 * ChannelRest.FAILURES; i++) {
      rest.told(new NotificationOutcome.Refused("blocked"), NOW);
    }

    assertThat(rest.lets(false, NOW)).isTrue();
  }

  @Test
  void restsNoLongerWhenTheClockIsSetBack() {
    fail(ChannelRest.FAILURES);

    assertThat(rest.lets(false, NOW.minus(Duration.ofHours(1)))).isTrue();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      rest.told(LATER, NOW);
    }
  }
}
