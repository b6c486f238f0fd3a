package org.healthassistant.assistant.workspace.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days of the organisation's calendar, the first and the last included.
record Period(LocalDate from, LocalDate to) {

  private static final int USUAL_DAYS = 30;

  Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period must not end before it begins");
    }
  }

  /// Reads what was chosen; what is no date, or the wrong way round, is the last thirty days.
  static Period of(String from, String to, LocalDate today) {
    try {
      LocalDate last = to.isBlank() ? today : LocalDate.parse(to);
      LocalDate first = from.isBlank() ? last.minusDays(USUAL_DAYS - 1L) : LocalDate.parse(from);
      return new Period(first, last);
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return new Period(today.minusDays(USUAL_DAYS - 1L), today);
    }
  }

  Instant begin(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  Instant end(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  @Override
  public String toString() {
    return from + ".." + to;
  }
}
