package org.healthassistant.assistant.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.testing.MovableClock;
import org.junit.jupiter.api.Test;

class ChangeRateTest {

  private final MovableClock clock = new MovableClock();
  private final ChangeRate rate = new ChangeRate(new RealClock(clock));

  @Test
  void holdsUpWhoChangesWithoutEndAndNobodyElse() {
    assertThat(IntStream.range(0, 240).allMatch(i -> rate.allows("a"))).isTrue();

    assertThat(rate.allows("a")).isFalse();
    assertThat(rate.allows("b")).isTrue();
    clock.pass(ChangeRate.TIME);
    assertThat(rate.allows("a")).isTrue();
  }
}
