package org.healthassistant.assistant.record.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.RecordPart;

/// Tells of what is measured: which of its values is asked for, how it changed, the goal.
record MeasureTeller(Scene scene) {

  private static final MeasureData DATA = MeasureData.builtIn();

  private static final int SEVERAL = 3;

  List<Told> tell(RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    List<String> none = new ArrayList<>();
    for (String name : question.measures()) {
      Measure measure = Objects.requireNonNull(DATA.measures().get(name), name);
      List<Told> told =
          RecordQuestion.BY_DAY.contains(name) ? byDay(measure, question) : one(measure, question);
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

  /// Of what wearables tell by the day also how the time asked about, or else the last week, went
  /// against the weeks before.
  private List<Told> byDay(Measure measure, RecordQuestion question) {
    Series series = Series.of(scene, measure);
    Series asked = question.hasSpan() ? series.in(question) : series;
    WearableWeeks weeks = new WearableWeeks(scene);
    return switch (question.aspect()) {
      case LAST, AVERAGE, WHETHER, HOW ->
        question.hasSpan() && asked.size() > 1
            ? weeks.within(measure, asked, series)
            : Stream.concat(one(measure, question).stream(), weeks.tell(series).stream())
                .toList();
      default -> one(measure, question);
    };
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
      case TREND -> new TrendTeller(scene).trend(measure, series, last.get(), question);
      case GOAL -> goal(measure, series, last.get());
      case HIGHEST, LOWEST -> new TrendTeller(scene).extreme(measure, series, last.get(), question);
      case AVERAGE -> new TrendTeller(scene).mean(measure, series, last.get(), question);
      case PREVIOUS -> values().previous(measure, series, last.get());
      case IN_RANGE -> values().value(measure, last.get(), series, false);
      default ->
        question.hasSpan()
            ? values().within(measure, last.get(), question)
            : values().value(measure, last.get(), series, !brief);
    };
  }

  private ValueTeller values() {
    return new ValueTeller(scene);
  }

  private List<Told> goal(Measure measure, Series series, Measurement last) {
    List<Told> lines = new ArrayList<>();
    lines.add(values().last(measure, last, series));
    lines.addAll(new GoalTeller(scene).distance(measure, last, series));
    return lines;
  }

  /// All measures by name.
  static Map<String, Measure> known() {
    return DATA.measures();
  }
}
