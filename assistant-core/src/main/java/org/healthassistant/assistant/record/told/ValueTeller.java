package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Reported;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;

/// Tells single values of what is measured: the last, its range, the one before, that of a time.
record ValueTeller(Scene scene) {

  /// The last value, its range, and the one before.
  List<Told> value(Measure measure, Measurement last, Series series, boolean withPrevious) {
    List<Told> lines = new ArrayList<>();
    lines.add(last(measure, last, series));
    range(last).ifPresent(lines::add);
    int at = at(series, last);
    if (withPrevious && at > 0) {
      Series.Reading before = series.readings().get(at - 1);
      lines.add(Told.of(
          scene.say("previous", "value", series.text(before), "date", date(before.day()))
              + reported(before.entry()),
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
    return Told.charted(text + reported(last), chart(last, series), List.of(last));
  }

  /// That the patient told a reading, in a sentence behind it; empty where it was measured by
  /// others or by a device.
  private String reported(Measurement reading) {
    return Reported.isIt(reading) ? " " + scene.say("reported") : "";
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

  List<Told> previous(Measure measure, Series series, Measurement last) {
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
                    date(before.day()))
                + reported(before.entry()),
            chart(last, series),
            List.of(before.entry())),
        last(measure, last, series));
  }

  /// The last reading of the time asked about; where there is none, that, and the last of all.
  List<Told> within(Measure measure, Measurement last, RecordQuestion question) {
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
                  .text()
              + reported(found),
          chart(last, series),
          List.of(found)));
    }
    range(found).ifPresent(lines::add);
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

  static Optional<String> chart(Measurement last, Series series) {
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
}
