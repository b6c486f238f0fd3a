package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)),
      Duration.ofMinutes(2));

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 1", "1, 1", "2, 5", "3, 30", "4, 30", "2147483647, 30"})
  void waitsLongerAfterEachFailureAndThenTheSameForGood(int failures, long seconds) {
    assertThat(BACKOFF.next(failures)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 1, 1", "1, 7, 7", "2, 3, 5", "1, 120, 120", "1, 121, 120", "3, -60, 30"
  })
  void waitsAsLongAsTheOtherSideAsksButNeverLessThanItsStepNorMoreThanItsLongest(
      int failures, long asked, long seconds) {
    assertThat(BACKOFF.next(failures, Duration.ofSeconds(asked))).hasSeconds(seconds);
  }

  @Test
  void waitsItsStepWhereTheOtherSideSaysNothing() {
    assertThat(BACKOFF.next(2, null)).hasSeconds(5);
  }

  @Test
  void isExhaustedWhenEveryStepWasWaitedFor() {
    assertThat(BACKOFF.isExhausted(3)).isFalse();
    assertThat(BACKOFF.isExhausted(4)).isTrue();
  }

  @Test
  void hasItsLastStepForLongestWhereNoneIsGiven() {
    Backoff backoff = Backoff.of(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(backoff.next(9, Duration.ofHours(1))).hasSeconds(2);
  }

  @Test
  void refusesStepsThatBecomeShorterOrPassTheLongest() {
    assertThatIllegalArgumentException().isThrownBy(Backoff::of);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backoff.of(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(List.of(Duration.ofSeconds(2)), Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Backoff.of(Duration.ofSeconds(-1)));
  }
}
