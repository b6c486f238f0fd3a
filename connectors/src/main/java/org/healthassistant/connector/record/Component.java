package org.healthassistant.connector.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value of several measured together, such as the systolic pressure of a blood pressure.
///
/// @param codes what was measured
/// @param label its name for people
/// @param value the number; null if there is none
/// @param comparator `<`, `<=`, `>=` or `>`; null for an exact value
/// @param unit the UCUM code of the unit; null if not told
/// @param displayUnit the unit as people write it; null if not told
/// @param text the value in words, where it is not a number; otherwise null
public record Component(
    List<Code> codes,
    String label,
    @Nullable BigDecimal value,
    @Nullable String comparator,
    @Nullable String unit,
    @Nullable String displayUnit,
    @Nullable String text) {

  /// Copies the codes.
  public Component {
    codes = List.copyOf(codes);
  }

  /// An exact value.
  public static Component of(Code code, String label, BigDecimal value, String unit) {
    return new Component(List.of(code), label, value, null, unit, unit, null);
  }

  /// Whether one of its codes is the given one.
  public boolean is(Code code) {
    return codes.contains(code);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
