package org.healthassistant.connector.wearable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Brings values into the one unit in which each thing measured is kept, and refuses what nobody
/// can have.
///
/// Sources: NIST SP 811 for mass, length, pressure and temperature; 180.156 g/mol for glucose.
final class Amounts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Units, without case and blanks, by the one in which their values are kept: times and plus.
  private static final Map<Measured, Map<String, Factor>> UNITS = Map.ofEntries(
      Map.entry(Measured.STEPS, same("count", "steps", "{steps}", "1", "")),
      Map.entry(Measured.HEART_RATE, rates()),
      Map.entry(Measured.RESTING_HEART_RATE, rates()),
      Map.entry(Measured.RESPIRATION, rates()),
      Map.entry(Measured.OXYGEN, same("%", "percent")),
      Map.entry(Measured.BODY_FAT, same("%", "percent")),
      Map.entry(
          Measured.SLEEP,
          Map.of(
              "h",
              by("1"),
              "hr",
              by("1"),
              "min",
              by("0.0166666666667"),
              "s",
              by("0.000277777777778"),
              "sec",
              by("0.000277777777778"))),
      Map.entry(
          Measured.WEIGHT,
          Map.of(
              "kg",
              by("1"),
              "g",
              by("0.001"),
              "lb",
              by("0.45359237"),
              "[lb_av]",
              by("0.45359237"),
              "lbs",
              by("0.45359237"),
              "oz",
              by("0.028349523125"),
              "st",
              by("6.35029318"))),
      Map.entry(
          Measured.TEMPERATURE,
          Map.of(
              "cel",
              by("1"),
              "degc",
              by("1"),
              "c",
              by("1"),
              "°c",
              by("1"),
              "degf",
              degF(),
              "[degf]",
              degF(),
              "f",
              degF(),
              "°f",
              degF(),
              "k",
              new Factor(BigDecimal.ONE, new BigDecimal("-273.15")))),
      Map.entry(
          Measured.GLUCOSE, Map.of("mg/dl", by("1"), "mmol/l", by("18.0156"), "g/l", by("100"))),
      Map.entry(
          Measured.BLOOD_PRESSURE,
          Map.of("mmhg", by("1"), "mm[hg]", by("1"), "kpa", by("7.500617"))),
      Map.entry(
          Measured.HEIGHT,
          Map.of(
              "cm",
              by("1"),
              "m",
              by("100"),
              "mm",
              by("0.1"),
              "in",
              by("2.54"),
              "[in_i]",
              by("2.54"),
              "ft",
              by("30.48"))),
      Map.entry(Measured.BMI, same("count", "kg/m2", "kg/m^2", "")),
      Map.entry(Measured.VARIABILITY, Map.of("ms", by("1"), "s", by("1000"))));

  /// What a living person can have: from and up to.
  private static final Map<Measured, double[]> POSSIBLE = Map.ofEntries(
      Map.entry(Measured.STEPS, new double[] {0, 200_000}),
      Map.entry(Measured.HEART_RATE, new double[] {15, 320}),
      Map.entry(Measured.RESTING_HEART_RATE, new double[] {15, 220}),
      Map.entry(Measured.OXYGEN, new double[] {30, 100}),
      Map.entry(Measured.SLEEP, new double[] {0, 48}),
      Map.entry(Measured.WEIGHT, new double[] {0.3, 650}),
      Map.entry(Measured.TEMPERATURE, new double[] {20, 46}),
      Map.entry(Measured.GLUCOSE, new double[] {5, 2_500}),
      Map.entry(Measured.BLOOD_PRESSURE, new double[] {15, 350}),
      Map.entry(Measured.RESPIRATION, new double[] {1, 120}),
      Map.entry(Measured.HEIGHT, new double[] {20, 280}),
      Map.entry(Measured.BMI, new double[] {5, 200}),
      Map.entry(Measured.BODY_FAT, new double[] {1, 80}),
      Map.entry(Measured.VARIABILITY, new double[] {0, 1_000}));

  private Amounts() {}

  /// A value in the unit in which it is kept.
  ///
  /// @param unit as the source wrote it, such as `mmol<180.1558800000541>/L`
  /// @return empty for a unit that is none of this thing, and for what nobody can have
  static Optional<BigDecimal> read(Measured measured, BigDecimal value, String unit) {
    Factor factor = UNITS.getOrDefault(measured, Map.of()).get(plain(unit));
    return factor == null
        ? Optional.empty()
        : Optional.of(rounded(measured, factor.apply(value)))
            .filter(one -> possible(measured, one));
  }

  /// A share that the source may give as a fraction of one under the sign `%`.
  static BigDecimal percent(BigDecimal value) {
    return value.compareTo(BigDecimal.ONE) <= 0 ? value.multiply(HUNDRED) : value;
  }

  private static boolean possible(Measured measured, BigDecimal value) {
    double[] range = POSSIBLE.getOrDefault(measured, new double[] {0, 0});
    return value.doubleValue() >= range[0] && value.doubleValue() <= range[1];
  }

  /// As many decimals as are kept, and no empty ones beyond those that were written.
  private static BigDecimal rounded(Measured measured, BigDecimal value) {
    BigDecimal plain = value.setScale(measured.scale(), RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static String plain(String unit) {
    return unit.replaceAll("<[^>]*>", "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Factor> rates() {
    return same(
        "count/min",
        "/min",
        "bpm",
        "beats/min",
        "breaths/min",
        "{beats}/min",
        "beats/minute",
        "{breaths}/min",
        "1/min");
  }

  private static Map<String, Factor> same(String... units) {
    var all = new java.util.HashMap<String, Factor>();
    for (String unit : units) {
      all.put(unit, by("1"));
    }
    return Map.copyOf(all);
  }

  private static Factor by(String times) {
    return new Factor(new BigDecimal(times), BigDecimal.ZERO);
  }

  private static Factor degF() {
    return new Factor(new BigDecimal("0.555555555556"), new BigDecimal("-17.7777777778"));
  }

  /// How a value becomes that of another unit.
  private record Factor(BigDecimal times, BigDecimal plus) {

    BigDecimal apply(BigDecimal value) {
      return value.multiply(times).add(plus);
    }
  }
}
