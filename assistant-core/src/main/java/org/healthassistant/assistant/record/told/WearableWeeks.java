package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;

/// Compares the mean of the last seven days with the person's own mean of the four weeks before,
/// where there are enough readings for it, as wearables give them.
record WearableWeeks(Scene scene) {

  private static final String STEPS = "41950-7";
  private static final int WEEK = 7;
  private static final int BEFORE = 28;
  private static final int LEAST_IN_WEEK = 3;
  private static final int LEAST_BEFORE = 8;

  /// Two sentences; none where the readings are too few.
  List<Told> tell(Series series) {
    LocalDate week = scene.today().minusDays(WEEK - 1L);
    LocalDate before = week.minusDays(BEFORE);
    List<Series.Reading> recent =
        series.readings().stream().filter(r -> !r.day().isBefore(week)).toList();
    List<Series.Reading> earlier = series.readings().stream()
        .filter(r -> r.day().isBefore(week) && !r.day().isBefore(before))
        .toList();
    if (recent.size() < LEAST_IN_WEEK || earlier.size() < LEAST_BEFORE) {
      return List.of();
    }
    return Stream.of(line("week", recent, series), line("week.before", earlier, series))
        .toList();
  }

  /// The mean of a time, of steps also their sum, and then the weeks.
  ///
  /// @param asked the readings of that time, at least two
  /// @param all of them
  List<Told> within(Measure measure, Series asked, Series all) {
    boolean sum = measure.loinc().contains(STEPS);
    Told mean = Told.charted(
        scene.say(
            sum ? "steps" : "mean",
            "name",
            measure.name(scene.language()),
            "sum",
            asked.readings().stream()
                .map(Series.Reading::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString(),
            "value",
            asked.withUnit(TrendTeller.Means.text(asked.readings())),
            "count",
            Integer.toString(asked.size()),
            "firstDate",
            scene.wording().date(asked.first().day()),
            "date",
            scene.wording().date(asked.last().day())),
        ValueTeller.chart(asked.last().entry(), all),
        List.of(asked.first().entry(), asked.last().entry()));
    return Stream.concat(Stream.of(mean), tell(all).stream()).toList();
  }

  private Told line(String key, List<Series.Reading> readings, Series series) {
    return Told.of(
        scene.say(
            key,
            "value",
            series.withUnit(TrendTeller.Means.text(readings)),
            "count",
            Integer.toString(readings.size())),
        readings.getFirst().entry(),
        readings.getLast().entry());
  }
}
