package org.healthassistant.connector.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/// A date as precise as its source: a day, a month of a year, or only a year.
///
/// Ordered by the first day it can mean; of two that begin on the same day the more precise comes
/// first.
///
/// @param earliest the first day it can mean; the first of the month or of January where it is
///     less precise
/// @param precision how much of it the source said
public record PartialDate(LocalDate earliest, Precision precision)
    implements Comparable<PartialDate> {

  /// How much of a date is known, the most precise first.
  public enum Precision {
    /// Year, month and day.
    DAY,
    /// Year and month.
    MONTH,
    /// The year alone.
    YEAR
  }

  /// Moves the day to the first that the precision allows.
  public PartialDate {
    earliest = switch (precision) {
      case DAY -> earliest;
      case MONTH -> earliest.withDayOfMonth(1);
      case YEAR -> earliest.withDayOfYear(1);
    };
  }

  /// A date known to the day.
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day, Precision.DAY);
  }

  /// Reads `2026`, `2026-08` or `2026-08-14`.
  ///
  /// @throws IllegalArgumentException if the text is none of these; the text is not repeated
  @JsonCreator
  public static PartialDate parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> new PartialDate(Year.parse(text).atDay(1), Precision.YEAR);
        case 7 -> new PartialDate(YearMonth.parse(text).atDay(1), Precision.MONTH);
        default -> of(LocalDate.parse(text));
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date must be yyyy, yyyy-MM or yyyy-MM-dd", e);
    }
  }

  /// The last day it can mean.
  public LocalDate latest() {
    return switch (precision) {
      case DAY -> earliest;
      case MONTH -> YearMonth.from(earliest).atEndOfMonth();
      case YEAR -> Year.of(earliest.getYear()).atMonth(12).atEndOfMonth();
    };
  }

  /// The date as FHIR writes it: `2026`, `2026-08` or `2026-08-14`.
  @JsonValue
  public String text() {
    return switch (precision) {
      case DAY -> earliest.toString();
      case MONTH -> YearMonth.from(earliest).toString();
      case YEAR -> Year.of(earliest.getYear()).toString();
    };
  }

  @Override
  public int compareTo(PartialDate other) {
    int byDay = earliest.compareTo(other.earliest);
    return byDay != 0 ? byDay : precision.compareTo(other.precision);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
