package org.healthassistant.assistant.record.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.healthassistant.assistant.record.SampleRecord;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.junit.jupiter.api.Test;

class TrendsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String WEIGHT = "29463-7";

  @Test
  void drawsExactNumbersOfTheLatestUnitInTheOrderOfTime() {
    Trend trend = trend(
        SampleRecord.number("o/2", WEIGHT, "71", "kg", "2026-03-01T08:00:00Z"),
        SampleRecord.number("o/1", WEIGHT, "72", "kg", "2026-01-01T08:00:00Z"),
        SampleRecord.number("o/3", WEIGHT, "155", "lb", "2026-02-01T08:00:00Z"),
        SampleRecord.number("o/4", "4548-4", "7.9", "%", "2026-02-01T08:00:00Z"));
    assertThat(trend.unit()).isEqualTo("kg");
    assertThat(trend.points()).extracting(Trend.Point::source).containsExactly("o/1", "o/2");
  }

  @Test
  void leavesOutWhatHasNoExactNumberOrLiesInTheFuture() {
    Trend trend = trend(
        SampleRecord.dated("o/1", WEIGHT, "70", null, "2026-01-01"),
        SampleRecord.dated("o/2", WEIGHT, "71", "<", "2026-02-01"),
        SampleRecord.dated("o/3", WEIGHT, "72", null, "2026-11-25"),
        SampleRecord.dated("o/4", WEIGHT, "73", null, null));
    assertThat(trend.points()).extracting(Trend.Point::source).containsExactly("o/1");
  }

  @Test
  void isEmptyWithoutReadings() {
    assertThat(Trends.of(SampleRecord.with(List.of()), WEIGHT, TODAY)).isEmpty();
  }

  @Test
  void putsReadingsInTheOrderInWhichAnInsertionWouldPutThem() {
    long seed = 17;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Measurement> all = readings(random);
      assertThat(MeasurementTimeline.upTo(TODAY, SampleRecord.with(all), any -> true))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(byInsertion(all));
    }
  }

  private static Trend trend(Measurement... readings) {
    return Trends.of(SampleRecord.with(List.of(readings)), WEIGHT, TODAY).orElseThrow();
  }

  private static List<Measurement> readings(Random random) {
    List<Measurement> all = new ArrayList<>();
    for (int left = random.nextInt(12); left > 0; left--) {
      String day = "2026-1%d-2%d".formatted(random.nextInt(2), 3 + random.nextInt(3));
      all.add(
          switch (random.nextInt(4)) {
            case 0 -> SampleRecord.dated("o/" + left, WEIGHT, "70", null, null);
            case 1 -> SampleRecord.dated("o/" + left, WEIGHT, "70", null, day.substring(0, 7));
            case 2 -> SampleRecord.dated("o/" + left, WEIGHT, "70", null, day);
            default ->
              SampleRecord.number(
                  "o/" + left, WEIGHT, "70", "kg", day + "T1" + random.nextInt(6) + ":00:00Z");
          });
    }
    return all;
  }

  /// Slow and obvious: each goes behind the last that is not later.
  private static List<Measurement> byInsertion(List<Measurement> all) {
    List<Measurement> sorted = new ArrayList<>();
    for (Measurement one : all) {
      PartialDate date = one.date();
      if (date == null || date.earliest().isAfter(TODAY)) {
        continue;
      }
      int at = sorted.size();
      while (at > 0
          && Comparator.comparing(MeasurementTimeline::moment).compare(sorted.get(at - 1), one)
              > 0) {
        at--;
      }
      sorted.add(at, one);
    }
    return sorted;
  }
}
