package org.healthassistant.assistant.workspace.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.healthassistant.assistant.workspace.statistics.CsvTable.Column;

/// The figures as files: one line a level, one line a rule, a header first; times in seconds,
/// empty where there is none.
final class StatisticsCsv {

  private StatisticsCsv() {}

  /// A line for each level, in the order of the statistics.
  static String levels(Period period, Statistics of) {
    return table(
            period,
            Stream.of(
                column("level", LevelFigures::level),
                column("escalations", LevelFigures::number),
                column("open", LevelFigures::open),
                column("missed", LevelFigures::missed)),
            percentiles("first_page", LevelFigures::paged),
            percentiles("acknowledged", LevelFigures::acknowledged),
            percentiles("contact", LevelFigures::contacted),
            percentiles("resolved", LevelFigures::resolved))
        .write(of.levels());
  }

  /// A line for each rule, in their order.
  static String rules(Period period, List<RuleFigures> rules) {
    return StatisticsCsv.<RuleFigures>table(
            period,
            Stream.of(
                column("rule", RuleFigures::rule),
                column("judged", RuleFigures::judged),
                column("false_alarms", RuleFigures::wrong),
                column("false_alarm_percent", RuleFigures::wrongPercent)))
        .write(rules);
  }

  /// A table whose first columns are the period.
  @SafeVarargs
  private static <T> CsvTable<T> table(Period period, Stream<Column<T>>... columns) {
    Stream<Column<T>> times =
        Stream.of(column("from", row -> period.from()), column("to", row -> period.to()));
    return new CsvTable<>(
        Stream.concat(times, Stream.of(columns).flatMap(Function.identity())).toList());
  }

  private static Stream<Column<LevelFigures>> percentiles(
      String name, Function<LevelFigures, DurationPercentiles> of) {
    return Stream.of(
        column(name + "_number", of.andThen(DurationPercentiles::number)),
        column(name + "_median_s", of.andThen(p -> seconds(p.median()))),
        column(name + "_p90_s", of.andThen(p -> seconds(p.ninetieth()))));
  }

  private static <T> Column<T> column(String name, Function<? super T, ?> value) {
    return new Column<>(name, value);
  }

  private static Object seconds(Optional<Duration> time) {
    return time.<Object>map(Duration::toSeconds).orElse("");
  }
}
