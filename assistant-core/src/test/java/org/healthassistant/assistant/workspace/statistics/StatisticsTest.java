package org.healthassistant.assistant.workspace.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.healthassistant.assistant.escalation.history.EscalationTimes;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

  private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofDays(1));

  @Test
  void countsByLevelAndMeasuresFromTheMessageOn() {
    Statistics of = Statistics.of(
        List.of(
            emergency("a", 1, 2, 10, 20, null),
            emergency("b", 3, 4, 30, null, null),
            emergency("c", null, null, null, null, null)),
        Map.of(),
        NOW);

    assertThat(of.levels()).singleElement().satisfies(level -> {
      assertThat(level.level()).isEqualTo(Level.EMERGENCY);
      assertThat(level.number()).isEqualTo(3);
      assertThat(level.open()).isEqualTo(2);
      assertThat(level.missed()).isEqualTo(2);
      assertThat(level.paged()).isEqualTo(spread(2, 1, 3));
      assertThat(level.contacted()).isEqualTo(spread(2, 10, 30));
      assertThat(level.resolved()).isEqualTo(spread(1, 20, 20));
    });
  }

  @Test
  void keepsAsMissedWhatWasAnsweredLate() {
    EscalationTimes late = emergency("a", 1, 2, 16, 17, null);
    EscalationTimes justInTime = emergency("b", 1, 2, 15, 17, null);
    EscalationTimes closedWithoutContact = emergency("c", 1, 2, null, 14, null);
    EscalationTimes waiting = emergency("d", 1, null, null, null, null);

    assertThat(late.missed(NOW)).isTrue();
    assertThat(justInTime.missed(NOW)).isFalse();
    assertThat(closedWithoutContact.missed(NOW)).isFalse();
    assertThat(waiting.missed(START.plus(Duration.ofMinutes(15)))).isFalse();
    assertThat(waiting.missed(START.plus(Duration.ofMinutes(16)))).isTrue();
  }

  @Test
  void countsFalseAlarmsByRuleAmongTheJudgedAlone() {
    Statistics of = Statistics.of(
        List.of(
            emergency("a", 1, 2, 3, 4, true),
            emergency("b", 1, 2, 3, 4, false),
            emergency("c", 1, 2, 3, 4, null)),
        Map.of(
            "a", List.of("chest-pain-01"),
            "b", List.of("chest-pain-01", "stroke-02"),
            "c", List.of("stroke-02")),
        NOW);

    assertThat(of.rules())
        .containsExactly(
            new RuleFigures("chest-pain-01", 2, 1), new RuleFigures("stroke-02", 1, 1));
    assertThat(of.rules().getFirst().wrongPercent()).isEqualTo(50);
  }

  @Test
  void hasNothingToSayOfAnEmptyPeriod() {
    assertThat(Statistics.of(List.of(), Map.of(), NOW).isEmpty()).isTrue();
    assertThat(DurationPercentiles.of(List.of()))
        .isEqualTo(new DurationPercentiles(0, Optional.empty(), Optional.empty()));
  }

  @Test
  void keepsMedianAndNinetiethAmongTheTimesInOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Duration> times = IntStream.range(0, 1 + random.nextInt(40))
          .mapToObj(i -> Duration.ofSeconds(random.nextInt(5_000)))
          .toList();
      DurationPercentiles of = DurationPercentiles.of(times);
      Duration ninetieth = of.ninetieth().orElseThrow();
      assertThat(times).as("seed %s", seed).contains(of.median().orElseThrow(), ninetieth);
      assertThat(of.median().orElseThrow()).as("seed %s", seed).isLessThanOrEqualTo(ninetieth);
      assertThat(times.stream().filter(t -> t.compareTo(ninetieth) <= 0).count())
          .as("seed %s", seed)
          .isGreaterThanOrEqualTo((times.size() * 9 + 9) / 10);
    }
  }

  @Test
  void takesTheLastThirtyDaysWhereADayIsLeftOut() {
    LocalDate today = LocalDate.parse("2026-11-24");

    assertThat(Period.parse("", "", today))
        .isEqualTo(new Period(LocalDate.parse("2026-10-26"), today));
    assertThat(Period.parse("2026-11-01", "2026-11-02", today))
        .isEqualTo(new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02")));
    assertThat(Period.parse("2025-11-24", "2026-11-24", today).from())
        .isEqualTo(LocalDate.parse("2025-11-24"));
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, ''",
    "'', 2026-02-30",
    "2026-11-24, 2026-11-01",
    "2025-11-23, 2026-11-24",
    "'', +999999999-12-31",
    "-999999999-01-01, ''",
    "1999-12-31, 2000-01-02",
    "'', 2027-11-25"
  })
  void refusesWhatIsNoPeriod(String from, String to) {
    LocalDate today = LocalDate.parse("2026-11-24");
    assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(from, to, today));
  }

  private static DurationPercentiles spread(int number, int median, int ninetieth) {
    return new DurationPercentiles(
        number,
        Optional.of(Duration.ofMinutes(median)),
        Optional.of(Duration.ofMinutes(ninetieth)));
  }

  private static EscalationTimes emergency(
      String id,
      @Nullable Integer paged,
      @Nullable Integer taken,
      @Nullable Integer reached,
      @Nullable Integer resolved,
      @Nullable Boolean right) {
    return new EscalationTimes(
        id,
        "subject",
        "conversation",
        "message",
        Level.EMERGENCY,
        START,
        START.plus(Duration.ofMinutes(15)),
        after(paged),
        after(taken),
        after(reached),
        after(resolved),
        Optional.empty(),
        Optional.ofNullable(right),
        Optional.empty());
  }

  private static Optional<Instant> after(@Nullable Integer minutes) {
    return Optional.ofNullable(minutes).map(m -> START.plus(Duration.ofMinutes(m)));
  }
}
