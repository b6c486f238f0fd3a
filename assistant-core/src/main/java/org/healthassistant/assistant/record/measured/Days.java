package org.healthassistant.assistant.record.measured;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.connector.wearable.Sample;

/// Sums up what is told by the day. Where several sources tell of the same time, the most trusted
/// one counts: a phone and a watch that both count steps count them once.
final class Days {

  /// Sleep that goes on within this time is the same sleep.
  private static final long SAME_SLEEP = 2 * 3600L;

  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final int HOUR_DECIMALS = 2;

  /// Of two that measure the same moment, so near to each other.
  private static final long SAME_MOMENT = 60;

  private Days() {}

  /// A value of a day.
  ///
  /// @param at noon of the day for steps, the end of the sleep for sleep
  record Day(LocalDate day, OffsetDateTime at, BigDecimal value) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// Steps a day, by the day of the place where they were counted.
  static List<Day> steps(List<Row> rows) {
    Map<LocalDate, Day> days = new TreeMap<>();
    Spans told = new Spans();
    for (List<Row> source : bySource(rows)) {
      for (Row row : source) {
        LocalDate day = row.startsAt().toLocalDate();
        long length = Math.max(1, row.seconds());
        long free = length - told.covered(row.start(), row.start() + length);
        BigDecimal steps = row.value()
            .multiply(BigDecimal.valueOf(free))
            .divide(BigDecimal.valueOf(length), MathContext.DECIMAL64);
        OffsetDateTime noon = day.atTime(12, 0).atOffset(row.startsAt().getOffset());
        days.merge(
            day,
            new Day(day, noon, steps),
            (one, more) -> new Day(day, one.at(), one.value().add(more.value())));
      }
      source.forEach(row -> told.add(row.start(), row.start() + Math.max(1, row.seconds())));
    }
    return days.values().stream()
        .map(day -> new Day(day.day(), day.at(), day.value().setScale(0, RoundingMode.HALF_UP)))
        .toList();
  }

  /// Hours asleep by the day of waking: of sleep that goes on, that of its end.
  static List<Day> sleep(List<Row> rows) {
    List<Row> asleep = new ArrayList<>();
    Spans told = new Spans();
    for (List<Row> source : bySource(rows)) {
      List<Row> free = source.stream()
          .filter(row -> told.covered(row.start(), row.end()) * 2 < row.seconds())
          .toList();
      free.forEach(row -> told.add(row.start(), row.end()));
      asleep.addAll(free);
    }
    asleep.sort(Comparator.comparingLong(Row::start));
    Map<LocalDate, Day> days = new TreeMap<>();
    List<Row> session = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Row row : asleep) {
      if (!session.isEmpty() && row.start() > end + SAME_SLEEP) {
        addSession(days, session);
        session.clear();
      }
      session.add(row);
      end = Math.max(end, row.end());
    }
    addSession(days, session);
    return List.copyOf(days.values());
  }

  private static void addSession(Map<LocalDate, Day> days, List<Row> session) {
    if (session.isEmpty()) {
      return;
    }
    Spans slept = new Spans();
    long seconds = 0;
    for (Row row : session) {
      seconds += row.seconds() - slept.covered(row.start(), row.end());
      slept.add(row.start(), row.end());
    }
    Row last = session.stream().max(Comparator.comparingLong(Row::end)).orElseThrow();
    OffsetDateTime waking = last.startsAt().plusSeconds(last.seconds());
    BigDecimal hours =
        BigDecimal.valueOf(seconds).divide(HOUR, HOUR_DECIMALS, RoundingMode.HALF_UP);
    Day day = new Day(waking.toLocalDate(), waking, hours);
    days.merge(
        day.day(),
        day,
        (one, other) -> new Day(one.day(), other.at(), one.value().add(other.value())));
  }

  /// Moments without those of less trusted sources that tell of the same.
  ///
  /// @param rows oldest first
  static List<Row> moments(List<Row> rows) {
    List<Row> kept = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (!isOutranked(rows, i)) {
        kept.add(rows.get(i));
      }
    }
    return kept;
  }

  private static boolean isOutranked(List<Row> rows, int at) {
    Row row = rows.get(at);
    for (int i = at - 1; i >= 0 && row.start() - rows.get(i).start() <= SAME_MOMENT; i--) {
      if (rows.get(i).rank().compareTo(row.rank()) < 0) {
        return true;
      }
    }
    for (int i = at + 1; i < rows.size() && rows.get(i).start() - row.start() <= SAME_MOMENT; i++) {
      if (rows.get(i).rank().compareTo(row.rank()) < 0) {
        return true;
      }
    }
    return false;
  }

  private static List<List<Row>> bySource(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> new Source(row.rank(), row.source())))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey(
            Comparator.comparing(Source::rank).thenComparing(Source::name)))
        .map(Map.Entry::getValue)
        .toList();
  }

  private record Source(Sample.Rank rank, String name) {}
}
