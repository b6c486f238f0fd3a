package org.healthassistant.connector.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A telephone number.
///
/// @param number as the source wrote it, with or without a country code
/// @param use `mobile`, `home`, `work`, …; empty if not told
/// @param ended the last day on which it was the person's; null if the source names no end
public record Phone(
    String number,
    String use,
    @Nullable PartialDate began,
    @Nullable PartialDate ended) {
  /// Checks that there is a number.
  public Phone {
    if (number.isBlank()) {
      throw new IllegalArgumentException("a telephone number must not be blank");
    }
  }

  /// A number without a beginning or an end.
  public Phone(String number, String use) {
    this(number, use, null, null);
  }

  /// Whether it is the person's on a day: begun, and not ended.
  public boolean isHeldOn(LocalDate day) {
    return (began == null || !began.earliest().isAfter(day))
        && (ended == null || !ended.latest().isBefore(day));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
