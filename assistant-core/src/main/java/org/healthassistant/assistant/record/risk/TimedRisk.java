package org.healthassistant.assistant.record.risk;

import java.time.LocalDate;
import org.healthassistant.assistant.safety.RiskFact;
import org.jspecify.annotations.Nullable;

/// A risk fact and the days on which it holds, so that a birthday or a birth needs no new import.
///
/// @param from the first day; null: it holds from ever
/// @param until the last day; null: it has no end
public record TimedRisk(
    RiskFact fact, @Nullable LocalDate from, @Nullable LocalDate until) {

  static TimedRisk always(RiskFact fact) {
    return new TimedRisk(fact, null, null);
  }

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
