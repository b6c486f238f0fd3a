package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.RecordPart;

/// Tells of what is measured: the last value, its range, how it changed, the goal.
record MeasureTeller(Scene scene) {

  private static final MeasureData DATA = MeasureData.builtIn();

  /// Readings older than this say little of how things go now.
  private static final int TREND_MONTHS = 24;

  private static final int SEVERAL = 3;

  List<Told> tell(RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    List<String> none = new ArrayList<>();
    for (String name : question.measures()) {
      Measure measure = Objects.requireNonNull(DATA.measures().get(name), name);
      List<Told> told = one(measure, question);
      lines.addAll(told);
      if (told.isEmpty()) {
        none.add(measure.name(scene.language()));
      }
    }
    if (lines.isEmpty()) {
      lines.add(Told.of(scene.say("none.measure", "name", none.getFirst())));
    }
    lines.addAll(scene.gaps(RecordPart.MEASUREMENTS));
    return lines;
  }

  /// What is said of a measure; empty where the record holds no reading of it.
  List<Told> one(Measure measure, RecordQuestion question) {
    Optional<Measurement> last =
        MeasurementTimeline.last(scene.today(), scene.record(), measure::matches);
    if (last.isEmpty()) {
      return List.of();
    }
    Series series = Series.of(scene, measure);
    boolean brief = question.measures().size() >= SEVERAL;
    return switch (question.aspect()) {
      case TREND -> trend(measure, series, last.get(), question);
      case GOAL -> goal(measure, series, last.get());
      case HIGHEST, LOWEST -> extreme(measure, series, last.get(), question);
      case AVERAGE -> mean(measure, series, last.get(), question);
      case PREVIOUS -> previous(measure, series, last.get());
      case IN_RANGE -> value(measure, last.get(), series, false);
      default ->
        question.hasSpan()
            ? within(measure, last.get(), question)
            : value(measure, last.get(), series, !brief);
    };
  }

  /// The last value, its range, and the one before.
  private List<Told> value(Measure measure, Measurement last, Series series, boolean withPrevious) {
    List<Told> lines = new ArrayList<>();
    lines.add(last(measure, last, series));
    range(last).ifPresent(lines::add);
    int at = at(series, last);
    if (withPrevious && at > 0) {
      Series.Reading before = series.readings().get(at - 1);
      lines.add(Told.of(
          scene.say("previous", "value", series.text(before), "date", date(before.day())),
          before.entry()));
    }
    return lines;
  }

  /// The last value as a sentence, with its plot where there is more than one.
  Told last(Measure measure, Measurement last, Series series) {
    PartialDate date = last.date();
    String value = scene.wording().value(last);
    String key = "fact.last";
    if (date == null) {
      key = "fact.undated";
    } else if (date.precision() != PartialDate.Precision.DAY) {
      key = "fact.last.month";
    } else if (last.status() == Measurement.Status.PRELIMINARY) {
      key = "fact.last.preliminary";
    }
    key = measure.isPlural() && date != null ? key + ".many" : key;
    String text = scene
        .wording()
        .say(
            key,
            "last",
            measure.last(scene.language()),
            "name",
            measure.name(scene.language()),
            "value",
            value,
            "date",
            date == null ? "" : scene.wording().date(date));
    return Told.charted(text, chart(last, series), List.of(last));
  }

  /// Where the value lies in the range that came with it, or else how the laboratory marked it.
  Optional<Told> range(Measurement last) {
    BigDecimal low = last.referenceLow();
    BigDecimal high = last.referenceHigh();
    BigDecimal value = last.value();
    if (value == null || last.comparator() != null || (low == null && high == null)) {
      return last.interpretation().stream()
          .map(mark -> "flag." + mark)
          .filter(key -> scene.wording().has("told." + key))
          .findFirst()
          .map(key -> Told.of(scene.say(key), last));
    }
    String unit = scene.wording().unit(ValueText.unit(last));
    String range;
    if (low == null) {
      range = scene.say("range.most", "high", with(Objects.requireNonNull(high), unit));
    } else if (high == null) {
      range = scene.say("range.least", "low", with(low, unit));
    } else {
      range = scene.say("range.both", "low", low.toPlainString(), "high", with(high, unit));
    }
    String key = "range.in";
    if (low != null && value.compareTo(low) < 0) {
      key = "range.below";
    } else if (high != null && value.compareTo(high) > 0) {
      key = "range.above";
    }
    return Optional.of(Told.of(scene.say(key, "range", range), last));
  }

  private List<Told> previous(Measure measure, Series series, Measurement last) {
    int at = at(series, last);
    if (at < 1) {
      return List.of(
          last(measure, last, series),
          Told.of(scene.say("previous.none", "name", measure.name(scene.language()))));
    }
    Series.Reading before = series.readings().get(at - 1);
    return List.of(
        Told.charted(
            scene.say(
                "previous.named",
                "name",
                measure.name(scene.language()),
                "value",
                series.text(before),
                "date",
                date(before.day())),
            chart(last, series),
            List.of(before.entry())),
        last(measure, last, series));
  }

  /// The last reading of the time asked about; where there is none, that, and the last of all.
  private List<Told> within(Measure measure, Measurement last, RecordQuestion question) {
    List<Measurement> inside =
        MeasurementTimeline.upTo(scene.today(), scene.record(), measure::matches).stream()
            .filter(reading -> Scene.isIn(reading, question))
            .toList();
    Series series = Series.of(scene, measure);
    if (inside.isEmpty()) {
      return List.of(
          Told.of(scene.say("none.then", "name", measure.name(scene.language()))),
          last(measure, last, series));
    }
    Measurement found = inside.getLast();
    List<Told> lines = new ArrayList<>();
    if (found.equals(last)) {
      lines.add(last(measure, last, series));
    } else {
      lines.add(Told.charted(
          scene
              .dated(
                  "value",
                  found,
                  "name",
                  measure.name(scene.language()),
                  "value",
                  scene.wording().value(found))
              .text(),
          chart(last, series),
          List.of(found)));
    }
    range(found).ifPresent(lines::add);
    return lines;
  }

  private List<Told> trend(Measure measure, Series all, Measurement last, RecordQuestion question) {
    Series series =
        question.hasSpan() ? all.in(question) : all.since(scene.today().minusMonths(TREND_MONTHS));
    String name = measure.name(scene.language());
    if (series.size() < 2) {
      Series.Reading only = series.isEmpty() ? null : series.last();
      return List.of(
          only == null || only.entry().equals(last)
              ? last(measure, last, all)
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
        chart(last, all),
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
    range(last).filter(any -> series.last().entry().equals(last)).ifPresent(lines::add);
    return lines;
  }

  private List<Told> extreme(
      Measure measure, Series all, Measurement last, RecordQuestion question) {
    Series series = question.hasSpan() ? all.in(question) : all;
    if (series.isEmpty()) {
      return List.of(
          Told.of(scene.say("none.then", "name", measure.name(scene.language()))),
          last(measure, last, all));
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
        chart(last, all),
        List.of(found.entry())));
  }

  private List<Told> mean(Measure measure, Series all, Measurement last, RecordQuestion question) {
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
        chart(last, all),
        List.of(series.first().entry(), series.last().entry())));
  }

  private List<Told> goal(Measure measure, Series series, Measurement last) {
    List<Told> lines = new ArrayList<>();
    lines.add(last(measure, last, series));
    lines.addAll(new GoalTeller(scene).distance(measure, last, series));
    return lines;
  }

  private int at(Series series, Measurement last) {
    for (int i = series.size() - 1; i >= 0; i--) {
      if (series.readings().get(i).entry().equals(last)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> chart(Measurement last, Series series) {
    return series.size() < 2
        ? Optional.empty()
        : last.codes().stream()
            .filter(code -> code.system().equals(Code.LOINC))
            .map(Code::code)
            .findFirst();
  }

  private static String with(BigDecimal value, String unit) {
    return unit.isEmpty() ? value.toPlainString() : value.toPlainString() + " " + unit;
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

  /// All measures by name.
  static Map<String, Measure> known() {
    return DATA.measures();
  }
}
