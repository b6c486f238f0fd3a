package org.healthassistant.assistant.team;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Finds the hours of a week, and of the holidays, at which nobody is on duty.
final class Gaps {

  /// A Monday.
  private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

  private Gaps() {}

  /// Each in words, such as `Sunday 02:00–06:00`; empty: somebody is always on duty.
  static List<String> of(Roster roster) {
    Roster plain = new Roster(roster.shifts(), Set.of(), roster.businessHours(), roster.zone());
    List<String> ofWeek = uncovered(plain, ANY_MONDAY, 7, Gaps::weekday);
    if (!ofWeek.isEmpty()) {
      return ofWeek;
    }
    Set<String> found = new TreeSet<>();
    // The night after a holiday may be covered by its shifts no more, hence two days.
    roster.holidays().forEach(day -> found.addAll(uncovered(roster, day, 2, LocalDate::toString)));
    return List.copyOf(found);
  }

  private static List<String> uncovered(
      Roster roster, LocalDate from, int days, Function<LocalDate, String> name) {
    List<LocalDateTime> bounds = bounds(roster, from, days);
    List<String> gaps = new ArrayList<>();
    int next = 0;
    while (next < bounds.size() - 1) {
      int start = next++;
      if (roster.isCovered(bounds.get(start))) {
        continue;
      }
      while (next < bounds.size() - 1 && !roster.isCovered(bounds.get(next))) {
        next++;
      }
      gaps.add(words(bounds.get(start), bounds.get(next), name));
    }
    return gaps;
  }

  /// Every moment at which a shift may begin or end, and both ends of the stretch of days.
  private static List<LocalDateTime> bounds(Roster roster, LocalDate from, int days) {
    LocalDateTime start = from.atStartOfDay();
    LocalDateTime end = start.plusDays(days);
    Set<LocalDateTime> bounds = new TreeSet<>(Set.of(start, end));
    for (int day = -1; day < days; day++) {
      LocalDate date = from.plusDays(day);
      for (Shift shift : roster.shifts()) {
        bounds.add(date.atTime(shift.hours().from()));
        bounds.add(shift.hours().end(date));
      }
    }
    return bounds.stream().filter(b -> !b.isBefore(start) && !b.isAfter(end)).toList();
  }

  private static String words(
      LocalDateTime from, LocalDateTime to, Function<LocalDate, String> name) {
    LocalDate first = from.toLocalDate();
    boolean midnight = to.equals(first.plusDays(1).atStartOfDay());
    String end = midnight
        ? "24:00"
        : (to.toLocalDate().equals(first) ? "" : name.apply(to.toLocalDate()) + " ")
            + to.toLocalTime();
    return name.apply(first) + " " + from.toLocalTime() + "–" + end;
  }

  private static String weekday(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
