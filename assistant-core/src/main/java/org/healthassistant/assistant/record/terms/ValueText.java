package org.healthassistant.assistant.record.terms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Measurement;
import org.jspecify.annotations.Nullable;

/// Writes a measured value as it was recorded: digits, comparator and unit are kept.
public final class ValueText {

  public static final Code SYSTOLIC = Code.loinc("8480-6");
  public static final Code DIASTOLIC = Code.loinc("8462-4");

  /// Units of UCUM that people write otherwise.
  private static final Map<String, String> DISPLAY = Map.of(
      "mm[Hg]",
      "mmHg",
      "[lb_av]",
      "lb",
      "[in_i]",
      "in",
      "Cel",
      "°C",
      "[degF]",
      "°F",
      "/min",
      "beats/min",
      "{score}",
      "",
      "1",
      "");

  private ValueText() {}

  /// The value in one line; empty when the measurement has none.
  public static String of(Measurement measurement) {
    if (measurement.value() != null) {
      return number(measurement.comparator(), measurement.value(), unit(measurement));
    }
    String pressure = pressure(measurement);
    if (!pressure.isEmpty()) {
      return pressure;
    }
    if (measurement.text() != null) {
      return measurement.text();
    }
    return measurement.components().stream()
        .map(part -> part.label() + " " + of(part))
        .collect(Collectors.joining(", "));
  }

  /// The unit as people write it; empty if there is none.
  public static String unit(Measurement measurement) {
    return unit(measurement.displayUnit(), measurement.unit());
  }

  public static @Nullable BigDecimal part(Measurement measurement, Code code) {
    return measurement.components().stream()
        .filter(part -> part.is(code) && part.comparator() == null && part.value() != null)
        .map(Component::value)
        .findFirst()
        .orElse(null);
  }

  private static String pressure(Measurement measurement) {
    BigDecimal systolic = part(measurement, SYSTOLIC);
    BigDecimal diastolic = part(measurement, DIASTOLIC);
    return systolic == null || diastolic == null
        ? ""
        : systolic.toPlainString() + "/" + diastolic.toPlainString() + " mmHg";
  }

  private static String of(Component part) {
    BigDecimal value = part.value();
    if (value == null) {
      return part.text() == null ? "" : part.text();
    }
    return number(part.comparator(), value, unit(part.displayUnit(), part.unit()));
  }

  private static String number(@Nullable String comparator, BigDecimal value, String unit) {
    String text = (comparator == null ? "" : comparator) + value.toPlainString();
    return unit.isEmpty() ? text : text + " " + unit;
  }

  private static String unit(@Nullable String display, @Nullable String ucum) {
    String unit = display != null ? display : ucum;
    return unit == null ? "" : DISPLAY.getOrDefault(unit, unit);
  }
}
