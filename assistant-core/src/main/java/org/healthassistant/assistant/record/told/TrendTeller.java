package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.connector.record.Measurement;

/// Tells how what is measured went over a time: from its first value to its last and how sure
/// that is, its highest and lowest, its mean.
record TrendTeller(Scene scene) {

  /// Readings older than this say little of how things go now.
  private static final int TREND_MONTHS = 24;

  /// How it went.
  List<Told> trend(Measure measure, Series all, Measurement last, RecordQuestion question) {
    Series series =
        question.hasSpan() ? all.in(question) : all.since(scene.today().minusMonths(TREND_MONTHS));
    String name = measure.name(scene.language());
    if (series.size() < 2) {
      Series.Reading only = series.isEmpty() ? null : series.last();
      return List.of(
          only == null || only.entry().equals(last)
              ? values().last(measure, last, all)
              : Told.of(
                  scene.say(
                      "value", "name", name, "value", all.text(only), "date", date(only.day())),
                  only.entry()),
          Told.of(scene.say(question.hasSpan() ? "trend.one.then" : "trend.one", "name", name)));
    }
    List<Told> lines = new ArrayList<>();
    int compared = series.last().value().compareTo(series.first().value());
    String way = compared < 0 ? "down" : compared > 0 ? "up" : "same";
    lines.add(Told.charted(
        scene.say(
            "trend." + way + (measure.isPlural() ? ".many" : ""),
            "name",
            name,
            "first",
            series.text(series.first()),
            "firstDate",
            date(series.first().day()),
            "value",
            series.text(series.last()),
            "date",
            date(series.last().day())),
        ValueTeller.chart(last, all),
        List.of(series.first().entry(), series.last().entry())));
    lines.addAll(sureness(series, last));
    if (series.leftOut() > 0) {
      lines.add(Told.of(scene.say("trend.units", "count", Integer.toString(series.leftOut()))));
    }
    return lines;
  }

  /// How sure the direction is, in words, and between what values the readings lay.
  private List<Told> sureness(Series series, Measurement last) {
    List<Told> lines = new ArrayList<>();
    List<double[]> points = series.readings().stream()
        .map(r -> new double[] {r.day().toEpochDay(), r.value().doubleValue()})
        .toList();
    String key = switch (Slope.of(points)) {
      case UP -> "trend.clear.up";
      case DOWN -> "trend.clear.down";
      case UNCLEAR -> "trend.unclear";
      case FEW -> "trend.few";
    };
    lines.add(Told.of(
        scene.say(key, "count", Integer.toString(series.size())),
        series.first().entry(),
        series.last().entry()));
    if (series.size() > 2) {
      lines.add(Told.of(
          scene.say(
              "trend.between",
              "low",
              series.text(series.lowest()),
              "high",
              series.text(series.highest())),
          series.lowest().entry(),
          series.highest().entry()));
    }
    new WearableWeeks(scene).tell(series).forEach(lines::add);
    values().range(last).filter(any -> series.last().entry().equals(last)).ifPresent(lines::add);
    return lines;
  }

  List<Told> extreme(Measure measure, Series all, Measurement last, RecordQuestion question) {
    Series series = question.hasSpan() ? all.in(question) : all;
    if (series.isEmpty()) {
      return List.of(
          Told.of(scene.say("none.then", "name", measure.name(scene.language()))),
          values().last(measure, last, all));
    }
    boolean high = question.aspect() == Aspect.HIGHEST;
    Series.Reading found = high ? series.highest() : series.lowest();
    return List.of(Told.charted(
        scene.say(
            high ? "highest" : "lowest",
            "name",
            measure.name(scene.language()),
            "count",
            Integer.toString(series.size()),
            "value",
            series.text(found),
            "date",
            date(found.day())),
        ValueTeller.chart(last, all),
        List.of(found.entry())));
  }

  List<Told> mean(Measure measure, Series all, Measurement last, RecordQuestion question) {
    Series series =
        question.hasSpan() ? all.in(question) : all.since(scene.today().minusMonths(TREND_MONTHS));
    if (series.size() < 2) {
      return trend(measure, all, last, question);
    }
    return List.of(Told.charted(
        scene.say(
            "mean",
            "name",
            measure.name(scene.language()),
            "value",
            series.withUnit(Means.text(series.readings())),
            "count",
            Integer.toString(series.size()),
            "firstDate",
            date(series.first().day()),
            "date",
            date(series.last().day())),
        ValueTeller.chart(last, all),
        List.of(series.first().entry(), series.last().entry())));
  }

  private ValueTeller values() {
    return new ValueTeller(scene);
  }

  private String date(LocalDate day) {
    return scene.wording().date(day);
  }

  /// Means of readings, rounded as the readings are.
  static final class Means {
    private Means() {}

    static String text(List<Series.Reading> readings) {
      List<BigDecimal> lower =
          readings.stream().map(Series.Reading::lower).filter(Objects::nonNull).toList();
      String upper = of(readings.stream().map(Series.Reading::value).toList()).toPlainString();
      return lower.size() == readings.size() ? upper + "/" + of(lower).toPlainString() : upper;
    }

    static BigDecimal of(List<BigDecimal> values) {
      BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
      return sum.divide(
          BigDecimal.valueOf(values.size()), Math.max(0, scale), RoundingMode.HALF_UP);
    }
  }
}
