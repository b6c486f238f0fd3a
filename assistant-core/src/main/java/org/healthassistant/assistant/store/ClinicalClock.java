package org.healthassistant.assistant.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The time from which clinical dates are reckoned: ages, "last", due dates of care, freshness,
/// validity of articles. It is the real time, or runs on from the instant of `assistant.clock`.
public final class ClinicalClock implements InstantSource {

  private final InstantSource real;
  private final Duration offset;
  private final ZoneId zone;

  /// @param startsAt the clinical time of this moment; null: the real time
  /// @param zone the organisation's time zone, for dates
  public ClinicalClock(InstantSource real, @Nullable Instant startsAt, ZoneId zone) {
    this.real = real;
    this.offset = startsAt == null ? Duration.ZERO : Duration.between(real.instant(), startsAt);
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset);
  }

  /// The clinical date of today in the organisation's time zone.
  public LocalDate today() {
    return LocalDate.ofInstant(instant(), zone);
  }

  /// The organisation's time zone.
  public ZoneId zone() {
    return zone;
  }
}
