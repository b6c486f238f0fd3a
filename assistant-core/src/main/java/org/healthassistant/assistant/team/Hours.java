package org.healthassistant.assistant.team;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Predicate;

/// A stretch of local time that begins on certain days of the week.
///
/// @param days on which it begins
/// @param to when it ends, exclusive; not after `from`: on the next day, so that the same time
///     twice is a whole day
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  /// Every day, all day.
  public static final Hours ALWAYS =
      new Hours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /// Copies the days.
  public Hours {
    days = Set.copyOf(days);
  }

  /// When the stretch that begins on a date is over.
  LocalDateTime end(LocalDate begun) {
    return (to.isAfter(from) ? begun : begun.plusDays(1)).atTime(to);
  }

  /// Whether a stretch that began on one of the dates covers a moment.
  ///
  /// @param begins on which dates one begins
  boolean cover(LocalDateTime at, Predicate<LocalDate> begins) {
    LocalDate today = at.toLocalDate();
    return begun(today, at, begins) || begun(today.minusDays(1), at, begins);
  }

  private boolean begun(LocalDate date, LocalDateTime at, Predicate<LocalDate> begins) {
    return begins.test(date) && !at.isBefore(date.atTime(from)) && at.isBefore(end(date));
  }
}
