package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.testing.MovableClock;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final MovableClock real = new MovableClock();

  @Test
  void isTheRealTimeWhereNoClinicalTimeIsGiven() {
    ClinicalClock clock = new ClinicalClock(real, null, ZoneOffset.UTC);
    assertThat(clock.instant()).isEqualTo(real.instant());
  }

  @Test
  void runsOnFromTheClinicalTimeThatIsGiven() {
    Instant start = Instant.parse("2020-02-28T22:30:00Z");
    ClinicalClock clock = new ClinicalClock(real, start, PARIS);
    assertThat(clock.instant()).isEqualTo(start);
    real.pass(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(1)));
  }

  @Test
  void countsDaysInTheOrganisationsTimeZone() {
    Instant lateInTheEvening = Instant.parse("2020-02-28T23:30:00Z");
    assertThat(new ClinicalClock(real, lateInTheEvening, PARIS).today())
        .isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(new ClinicalClock(real, lateInTheEvening, ZoneOffset.UTC).today())
        .isEqualTo(LocalDate.of(2020, 2, 28));
  }

  @Test
  void cutsWhatIsStoredToWhatBothDatabasesKeep() {
    Instant exact = Instant.parse("2026-11-24T10:00:00.123456789Z");
    assertThat(TimeStamps.bind(exact).toInstant())
        .isEqualTo(Instant.parse("2026-11-24T10:00:00.123456Z"));
    assertThat(TimeStamps.bindNullable(null)).isNull();
  }

  @Test
  void makesIdsThatSortByTheTimeTheyWereMade() {
    List<String> ids = Stream.generate(Ids::next).limit(10_000).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.length() == 36);
  }
}
