package org.healthassistant.assistant.record.measured;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.Units;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// A reading that was not there before.
///
/// @param reading what it says
/// @param source by whom it was written, such as `Apple Watch`; may be empty
/// @param told whether the patient told or typed it, and nothing sensed it
/// @param active whether its source says that the person was moving
public record NewReading(Measurement reading, String source, boolean told, boolean active) {

  /// How a person would write a value of each measure that the screen knows, and in which unit.
  private static final Map<String, Said> SAID = Map.ofEntries(
      Map.entry("blood-pressure", new Said("my blood pressure is ", "", "mmHg")),
      Map.entry("heart-rate", new Said("my pulse is ", "", "")),
      Map.entry("resting-heart-rate", new Said("my resting pulse is ", "", "")),
      Map.entry("oxygen", new Said("my oxygen is ", " percent", "%")),
      Map.entry("temperature", new Said("my temperature is ", " celsius", "\u00b0C")),
      Map.entry("glucose", new Said("my blood sugar is ", " mg/dl", "mg/dL")),
      Map.entry("potassium", new Said("my potassium is ", "", "mmol/L")),
      Map.entry("sodium", new Said("my sodium is ", "", "mmol/L")),
      Map.entry("hemoglobin", new Said("my hemoglobin is ", "", "g/dL")),
      Map.entry("inr", new Said("my inr is ", "", "")));

  /// The reading as its owner would write it in English, for the screen, which knows numbers by
  /// the words around them; empty for what it knows no cut-off of.
  public Optional<String> sentence() {
    Optional<Map.Entry<String, Measure>> measure =
        MeasureData.builtIn().measures().entrySet().stream()
            .filter(one -> SAID.containsKey(one.getKey()))
            .filter(one -> one.getValue().matches(reading))
            .findFirst();
    return measure.flatMap(one -> said(SAID.get(one.getKey()), one.getValue()));
  }

  private Optional<String> said(@Nullable Said said, Measure measure) {
    BigDecimal upper = ValueText.part(reading, ValueText.SYSTOLIC);
    BigDecimal lower = ValueText.part(reading, ValueText.DIASTOLIC);
    if (said == null || reading.comparator() != null) {
      return Optional.empty();
    }
    if (upper != null && lower != null) {
      return Optional.of(said.before() + whole(upper) + "/" + whole(lower));
    }
    BigDecimal value = reading.value();
    return value == null
        ? Optional.empty()
        : inUnit(value, said.unit(), measure)
            .map(number -> said.before()
                + number.toPlainString()
                + said.after()
                + (active ? " after exercise" : ""));
  }

  private Optional<BigDecimal> inUnit(BigDecimal value, String unit, Measure measure) {
    return unit.isEmpty()
        ? Optional.of(value)
        : Units.builtIn().convert(value, ValueText.unit(reading), unit, measure.family(), 1);
  }

  private static String whole(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /// What it says and when, to the patient: `Blood pressure: 188/112 mmHg (Apple Watch, November
  /// 30, 2026, 9:12 AM)`.
  ///
  /// @param zone in which the time is told
  public String text(Language language, ZoneId zone) {
    Wording wording = Wording.of(language);
    String name = reading.codes().stream()
        .flatMap(code -> MeasureData.builtIn().measureOf(code.code()).stream())
        .map(measure -> measure.name(language))
        .findFirst()
        .orElse(reading.label());
    OffsetDateTime at = reading.dateTime();
    StringBuilder notes = new StringBuilder(source);
    if (at != null) {
      var local = at.atZoneSameInstant(zone);
      notes
          .append(notes.isEmpty() ? "" : ", ")
          .append(wording.date(local.toLocalDate()))
          .append(", ")
          .append(wording.time(local.toLocalTime()));
    }
    return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1) + ": "
        + wording.value(reading) + (notes.isEmpty() ? "" : " (" + notes + ")");
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /// @param unit as [Units] spells it; empty: as it comes
  private record Said(String before, String after, String unit) {}
}
