package org.healthassistant.assistant.team;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How days and times are written in the settings.
final class Clocks {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  /// The day of that English name or of its first three letters, or empty.
  Optional<DayOfWeek> day(String name) {
    String written = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(written) || day.name().substring(0, 3).equals(written))
        .findFirst();
  }

  /// The time of day, or empty where it is none: `08:00`; `24:00`, which is midnight; or minutes
  /// since midnight, as which YAML reads an unquoted `18:00`.
  Optional<LocalTime> time(String written) {
    if (written.equals("24:00")) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    try {
      if (written.indexOf(':') >= 0) {
        return Optional.of(LocalTime.parse(written.indexOf(':') == 1 ? "0" + written : written));
      }
      int minutes = Integer.parseInt(written);
      return minutes < 0 || minutes > MINUTES_OF_A_DAY
          ? Optional.empty()
          : Optional.of(LocalTime.MIDNIGHT.plusMinutes(minutes));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
