package org.healthassistant.assistant.record.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Converts values between the units of one family (`record/units.yaml`), such as kilograms and
/// pounds. What may mean another thing in another unit is converted within its own family only:
/// mmol/L of glucose is not mmol/L of cholesterol.
public final class Units {

  private static final MathContext EXACT = new MathContext(24, RoundingMode.HALF_EVEN);
  private static final Units BUILT_IN = new Units(RecordData.read("units.yaml", Data.class));

  private final Map<String, Map<String, Step>> families;
  private final Map<String, String> spellings = new HashMap<>();

  private Units(Data data) {
    families = data.families();
    data.spellings().forEach((unit, all) -> all.forEach(one -> spellings.put(plain(one), unit)));
  }

  /// The units that ship with the product.
  public static Units builtIn() {
    return BUILT_IN;
  }

  /// The one spelling of a unit, however a source writes it; its own where it is not known.
  public String spelling(String unit) {
    return spellings.getOrDefault(plain(unit), unit);
  }

  /// A value in another unit.
  ///
  /// @param family of the measure; null: units are never converted, only compared
  /// @param scale how many decimals the result has
  /// @return empty where one of the units is not of the family
  public Optional<BigDecimal> convert(
      BigDecimal value, String from, String to, @Nullable String family, int scale) {
    String source = spelling(from);
    String target = spelling(to);
    if (source.equals(target) || plain(from).equals(plain(to))) {
      return Optional.of(value);
    }
    Map<String, Step> units = family == null ? Map.of() : families.getOrDefault(family, Map.of());
    Step first = units.get(source);
    Step second = units.get(target);
    return first == null || second == null
        ? Optional.empty()
        : Optional.of(second.back(first.into(value)).setScale(scale, RoundingMode.HALF_UP));
  }

  private static String plain(String unit) {
    return unit.toLowerCase(Locale.ROOT).replaceAll("[\\s\\[\\]_.]|\\{[^}]*\\}", "");
  }

  private record Data(
      Map<String, Map<String, Step>> families, Map<String, List<String>> spellings) {}

  /// How a unit becomes the first of its family: (value + before) * times / by + after.
  private record Step(
      @Nullable BigDecimal before,
      @Nullable BigDecimal times,
      @Nullable BigDecimal by,
      @Nullable BigDecimal after) {

    BigDecimal into(BigDecimal value) {
      return value
          .add(or(before, BigDecimal.ZERO))
          .multiply(or(times, BigDecimal.ONE), EXACT)
          .divide(or(by, BigDecimal.ONE), EXACT)
          .add(or(after, BigDecimal.ZERO));
    }

    BigDecimal back(BigDecimal value) {
      return value
          .subtract(or(after, BigDecimal.ZERO))
          .multiply(or(by, BigDecimal.ONE), EXACT)
          .divide(or(times, BigDecimal.ONE), EXACT)
          .subtract(or(before, BigDecimal.ZERO));
    }

    private static BigDecimal or(@Nullable BigDecimal value, BigDecimal absent) {
      return value == null ? absent : value;
    }
  }
}
