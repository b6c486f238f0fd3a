package org.healthassistant.assistant.record.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.healthassistant.connector.wearable.Sample;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static Row row(String start, String end, String value, String source, Sample.Rank rank) {
    OffsetDateTime from = OffsetDateTime.parse(start);
    OffsetDateTime to = OffsetDateTime.parse(end);
    return new Row(
        from.toEpochSecond(),
        from.getOffset().getTotalSeconds(),
        Duration.between(from, to).toSeconds(),
        new BigDecimal(value),
        null,
        source,
        rank,
        false);
  }

  private static List<String> told(List<Days.Day> days) {
    return days.stream()
        .map(day -> day.day() + " " + day.value().toPlainString())
        .toList();
  }

  @Test
  void stepsOfWatchAndPhoneCountOnce() {
    assertThat(told(Days.steps(List.of(
            row(
                "2026-11-20T08:00-05:00",
                "2026-11-20T09:00-05:00",
                "1000",
                "Phone",
                Sample.Rank.PHONE),
            row(
                "2026-11-20T08:00-05:00",
                "2026-11-20T08:30-05:00",
                "600",
                "Watch",
                Sample.Rank.WORN),
            row(
                "2026-11-20T10:00-05:00",
                "2026-11-20T10:10-05:00",
                "100",
                "Phone",
                Sample.Rank.PHONE)))))
        .as("600 of the watch, half of the phone's thousand, and what only the phone told")
        .containsExactly("2026-11-20 1200");
  }

  @Test
  void daysAreThoseOfThePlace() {
    assertThat(told(Days.steps(List.of(
            row(
                "2026-11-20T23:30-05:00",
                "2026-11-20T23:40-05:00",
                "10",
                "Watch",
                Sample.Rank.WORN),
            row(
                "2026-11-21T00:10-05:00",
                "2026-11-21T00:20-05:00",
                "20",
                "Watch",
                Sample.Rank.WORN)))))
        .containsExactly("2026-11-20 10", "2026-11-21 20");
  }

  @Test
  void sleepCountsForTheDayOfWaking() {
    assertThat(told(Days.sleep(List.of(
            row(
                "2026-11-20T22:00-05:00",
                "2026-11-20T23:30-05:00",
                "1.5",
                "Watch",
                Sample.Rank.WORN),
            row("2026-11-21T00:00-05:00", "2026-11-21T06:00-05:00", "6", "Watch", Sample.Rank.WORN),
            row(
                "2026-11-20T22:00-05:00",
                "2026-11-21T06:30-05:00",
                "8.5",
                "Phone",
                Sample.Rank.PHONE),
            row(
                "2026-11-21T14:00-05:00",
                "2026-11-21T14:30-05:00",
                "0.5",
                "Watch",
                Sample.Rank.WORN)))))
        .as("the night of the watch and a nap; the phone tells of the same night")
        .containsExactly("2026-11-21 8.00");
  }

  @Test
  void ofTwoThatMeasureTheSameMomentTheMoreTrustedCounts() {
    assertThat(Days.moments(List.of(
            row("2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z", "80", "Typed", Sample.Rank.TYPED),
            row(
                "2026-11-20T08:00:30Z",
                "2026-11-20T08:00:30Z",
                "80.4",
                "Scale",
                Sample.Rank.DEVICE),
            row("2026-11-20T08:05:00Z", "2026-11-20T08:05:00Z", "81", "Typed", Sample.Rank.TYPED))))
        .extracting(Row::source)
        .containsExactly("Scale", "Typed");
  }

  /// Against the slow, obvious way: each second of a day belongs to the first source that tells
  /// of it.
  @Test
  void sumsAreThoseOfCountingEachSecond() {
    Random random = new Random(20261130);
    for (int round = 0; round < 60; round++) {
      List<Row> rows = new ArrayList<>();
      OffsetDateTime midnight = OffsetDateTime.parse("2026-11-20T00:00:00Z");
      for (Sample.Rank rank : List.of(Sample.Rank.WORN, Sample.Rank.PHONE)) {
        int at = random.nextInt(60);
        while (at < 800) {
          int length = 1 + random.nextInt(60);
          rows.add(row(
              midnight.plusSeconds(at).toString(),
              midnight.plusSeconds(at + length).toString(),
              Integer.toString(length * (1 + random.nextInt(3))),
              rank.name(),
              rank));
          at += length + random.nextInt(60);
        }
      }
      assertThat(Days.steps(rows).getFirst().value().doubleValue())
          .isCloseTo(bySeconds(rows), org.assertj.core.data.Offset.offset(0.51));
    }
  }

  private static double bySeconds(List<Row> rows) {
    double sum = 0;
    for (Row row : rows) {
      for (long second = row.start(); second < row.end(); second++) {
        long at = second;
        boolean told = row.rank() == Sample.Rank.PHONE
            && rows.stream()
                .anyMatch(other ->
                    other.rank() == Sample.Rank.WORN && other.start() <= at && at < other.end());
        sum += told ? 0 : row.value().doubleValue() / row.seconds();
      }
    }
    return sum;
  }
}
