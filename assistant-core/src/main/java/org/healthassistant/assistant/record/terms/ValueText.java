package org.healthassistant.assistant.record.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Component;
import org.healthassistant.connector.record.Measurement;
import org.jspecify.annotations.Nullable;

/// Writes a measured value as it was recorded: comparator, unit and digits are kept, but for
/// digits that only a machine can have reckoned.
public final class ValueText {

  public static final Code SYSTOLIC = Code.loinc("8480-6");
  public static final Code DIASTOLIC = Code.loinc("8462-4");

  /// Units of UCUM that people write otherwise.
  private static final Map<String, String> DISPLAY = Map.of(
      "mm[Hg]", "mmHg", "[lb_av]", "lb", "[in_i]", "in", "Cel", "°C", "[degF]", "°F", "{score}", "",
      "1", "");

  /// Ways to write one unit, without case, blanks and brackets.
  private static final Map<String, String> SAME =
      Map.of("lbs", "lb", "lbav", "lb", "kgs", "kg", "percent", "%", "ini", "in");

  private static final Code RESPIRATORY_RATE = Code.loinc("9279-1");
  private static final Set<Code> HEART_RATES =
      Set.of(Code.loinc("8867-4"), Code.loinc("40443-4"), Code.loinc("8889-8"));

  private static final int MOST_DECIMALS = 6;
  private static final int RECKONED_DIGITS = 4;

  private ValueText() {}

  /// The value in one line; empty when the measurement has none. Parts without a value are left
  /// out.
  public static String of(Measurement measurement) {
    if (measurement.value() != null) {
      return number(measurement.comparator(), measurement.value(), unit(measurement));
    }
    String pressure = pressure(measurement);
    if (!pressure.isEmpty()) {
      return pressure;
    }
    String text = measurement.text();
    if (text != null) {
      return text;
    }
    return measurement.components().stream()
        .filter(part -> !of(part).isBlank())
        .map(part -> part.label() + " " + of(part))
        .collect(Collectors.joining(", "));
  }

  /// Whether parts that belong to the measurement have no value: of a blood pressure one of the
  /// two.
  public static boolean isPartial(Measurement measurement) {
    return measurement.value() == null
        && measurement.text() == null
        && (measurement.components().stream().anyMatch(part -> of(part).isBlank())
            || (part(measurement, SYSTOLIC) == null) != (part(measurement, DIASTOLIC) == null));
  }

  /// The unit as people write it, of a blood pressure that of its parts; empty if there is none.
  public static String unit(Measurement measurement) {
    if (measurement.value() == null) {
      return measurement.components().stream()
          .filter(part -> part.is(SYSTOLIC))
          .map(part -> unit(part.displayUnit(), part.unit(), part.codes(), part.label()))
          .findFirst()
          .orElse("");
    }
    return unit(
        measurement.displayUnit(), measurement.unit(), measurement.codes(), measurement.label());
  }

  /// Whether two values are in one unit, however it is written; only then may they be compared.
  public static boolean isComparable(Measurement one, Measurement other) {
    return plain(unit(one)).equals(plain(unit(other)));
  }

  private static String plain(String unit) {
    String plain = unit.toLowerCase(Locale.ROOT).replaceAll("[\\s\\[\\]_.]", "");
    return SAME.getOrDefault(plain, plain);
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
    return systolic == null || diastolic == null || !isInOneUnit(measurement)
        ? ""
        : number(
            null,
            rounded(systolic).toPlainString() + "/" + rounded(diastolic).toPlainString(),
            unit(measurement));
  }

  private static boolean isInOneUnit(Measurement measurement) {
    return measurement.components().stream()
            .filter(part -> part.is(SYSTOLIC) || part.is(DIASTOLIC))
            .map(part -> plain(unit(part.displayUnit(), part.unit(), part.codes(), part.label())))
            .distinct()
            .count()
        == 1;
  }

  private static String of(Component part) {
    BigDecimal value = part.value();
    if (value == null) {
      return part.text() == null ? "" : part.text();
    }
    return number(
        part.comparator(),
        value,
        unit(part.displayUnit(), part.unit(), part.codes(), part.label()));
  }

  /// A value without digits that no instrument measures but a machine has reckoned: where it has
  /// more than six decimals it is rounded to four significant digits, or to a whole number.
  public static BigDecimal rounded(BigDecimal value) {
    if (value.scale() <= MOST_DECIMALS) {
      return value;
    }
    int digits = Math.max(RECKONED_DIGITS, value.precision() - value.scale());
    BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_UP));
    return rounded.signum() == 0 || rounded.stripTrailingZeros().scale() < 0
        ? rounded.setScale(0, RoundingMode.HALF_UP)
        : rounded.stripTrailingZeros();
  }

  private static String number(@Nullable String comparator, BigDecimal value, String unit) {
    return number(comparator, rounded(value).toPlainString(), unit);
  }

  private static String number(@Nullable String comparator, String value, String unit) {
    String text = (comparator == null ? "" : comparator) + value;
    return unit.isEmpty() ? text : text + " " + unit;
  }

  private static String unit(
      @Nullable String display, @Nullable String ucum, List<Code> codes, String label) {
    String unit = display != null ? display : ucum;
    if (unit == null) {
      return "";
    }
    return unit.equals("/min") ? perMinute(codes, label) : DISPLAY.getOrDefault(unit, unit);
  }

  /// What is counted in a minute is told only where the code or the name says it.
  private static String perMinute(List<Code> codes, String label) {
    String name = label.toLowerCase(Locale.ROOT);
    if (codes.stream().anyMatch(HEART_RATES::contains)
        || name.contains("heart")
        || name.contains("pulse")) {
      return "beats/min";
    }
    return codes.contains(RESPIRATORY_RATE) || name.contains("respirat") ? "breaths/min" : "/min";
  }
}
