package org.healthassistant.connector.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a medicine is to be taken, as far as the source codes it.
///
/// @param amount how much at a time, with its unit, such as `500 mg`; null if not told
/// @param route the way into the body, in the source's words; null if not told
/// @param frequency how often in one period; null if not told
/// @param period how long a period is; null if not told
/// @param periodUnit its unit, a UCUM code: `s`, `min`, `h`, `d`, `wk`, `mo` or `a`; null if not
///     told
/// @param when events of the day by HL7's code, such as `MORN`, `HS` or `PC`; empty if not told
/// @param asNeeded whether it is taken only when it is needed
public record Dose(
    @Nullable String amount,
    @Nullable String route,
    @Nullable Integer frequency,
    @Nullable BigDecimal period,
    @Nullable String periodUnit,
    List<String> when,
    boolean asNeeded) {

  /// Copies the events.
  public Dose {
    when = List.copyOf(when);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
