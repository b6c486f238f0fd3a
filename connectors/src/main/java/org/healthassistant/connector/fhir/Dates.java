package org.healthassistant.connector.fhir;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.healthassistant.connector.record.PartialDate;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// Dates as the source wrote them: HAPI's own `Date` would lose the offset and invent a day.
final class Dates {
  private static final int DAY_LENGTH = "yyyy-MM-dd".length();

  private Dates() {}

  /// The date of a date, a moment or the beginning of a period; null for anything else.
  static @Nullable PartialDate of(@Nullable Type value) {
    String text = text(value);
    return text.isEmpty()
        ? null
        : PartialDate.parse(text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text);
  }

  /// The moment with its offset; null if only the day or less is known.
  static @Nullable OffsetDateTime moment(@Nullable Type value) {
    String text = text(value);
    if (text.length() <= DAY_LENGTH) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return null; // a time without an offset: the day is known, the moment is not
    }
  }

  /// The first that is there.
  static @Nullable PartialDate firstOf(@Nullable Type... values) {
    for (Type value : values) {
      PartialDate date = of(value);
      if (date != null) {
        return date;
      }
    }
    return null;
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
