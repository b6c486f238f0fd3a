package org.healthassistant.connector.fhir;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Dates as precise as the source wrote them: HAPI's own `Date` would lose the offset and
/// invent a day.
///
/// @param zone whose days and times of day are told: most servers write instants in UTC, whose
///     day is often not the clinic's. Null: the offset in which each source wrote
record Dates(@Nullable ZoneId zone) {
  /// Days and times in the offsets of the source.
  static final Dates AS_WRITTEN = new Dates(null);

  private static final int DAY_LENGTH = "yyyy-MM-dd".length();

  /// The date of a date, a moment or the beginning of a period; null for anything else.
  @Nullable
  PartialDate date(@Nullable Type value) {
    return date(text(value));
  }

  /// The date on which a period ends; null where it is no period or has no end.
  @Nullable
  PartialDate end(@Nullable Type value) {
    return value instanceof Period period ? date(text(period.getEndElement())) : null;
  }

  /// The moment with its offset; null if only the day or less is known.
  @Nullable
  OffsetDateTime moment(@Nullable Type value) {
    return moment(text(value));
  }

  /// The first that is there.
  @Nullable
  PartialDate firstOf(@Nullable Type... values) {
    for (Type value : values) {
      PartialDate date = date(value);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable PartialDate date(String text) {
    if (text.isEmpty()) {
      return null;
    }
    OffsetDateTime moment = moment(text);
    if (moment != null) {
      return PartialDate.of(moment.toLocalDate());
    }
    return PartialDate.parse(text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text);
  }

  private @Nullable OffsetDateTime moment(String text) {
    if (text.length() <= DAY_LENGTH) {
      return null;
    }
    try {
      OffsetDateTime written = OffsetDateTime.parse(text);
      return zone == null ? written : written.atZoneSameInstant(zone).toOffsetDateTime();
    } catch (DateTimeException e) {
      return null; // a time without an offset: the day is known, the moment is not
    }
  }

  private static String text(@Nullable Type value) {
    return switch (value) {
      case BaseDateTimeType date -> Concepts.orEmpty(date.getValueAsString());
      case Period period ->
        period.hasStart() ? text(period.getStartElement()) : text(period.getEndElement());
      case Timing timing ->
        timing.getEvent().isEmpty() ? "" : text(timing.getEvent().getFirst());
      case null -> "";
      default -> "";
    };
  }
}
