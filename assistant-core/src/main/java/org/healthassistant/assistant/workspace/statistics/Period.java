package org.healthassistant.assistant.workspace.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days of the organisation's calendar, the first and the last included.
record Period(LocalDate from, LocalDate to) {

  private static final int USUAL_DAYS = 30;

  /// Everything of a period is read at once.
  private static final int LONGEST_DAYS = 366;

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period must not end before it begins");
    }
  }

  /// Reads what was chosen: where a day is left out, the last thirty days up to the other, or to
  /// today.
  ///
  /// @throws IllegalArgumentException for what is no date, the wrong way round, longer than a
  ///     year, or not of this time; the message says what may be asked for
  static Period parse(String from, String to, LocalDate today) {
    try {
      LocalDate last = to.isBlank() ? today : LocalDate.parse(to);
      LocalDate first = from.isBlank() ? last.minusDays(USUAL_DAYS - 1L) : LocalDate.parse(from);
      if (first.isBefore(EARLIEST) || last.isAfter(today.plusYears(1))) {
        throw new IllegalArgumentException("a period lies between 2000 and a year from now");
      }
      if (first.plusDays(LONGEST_DAYS).isBefore(last.plusDays(1))) {
        throw new IllegalArgumentException("a period has 366 days at most");
      }
      return new Period(first, last);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException("'from' and 'to' are days such as 2026-11-24", unreadable);
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
