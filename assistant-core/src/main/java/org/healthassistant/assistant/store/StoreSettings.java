package org.healthassistant.assistant.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.healthassistant.assistant.settings.WritableFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where data is kept, and what time it is.
///
/// @param dataDirectory where database, index, demo access and (in demo mode) the master key
///     are kept
/// @param clock an RFC 3339 time from which clinical dates run on; unset: the system's
/// @param timeZone for dates and duty hours; unset: the system's
@Validated
@ConfigurationProperties("assistant")
public record StoreSettings(
    @WritableFolder @DefaultValue("./var") Path dataDirectory,
    @Nullable OffsetDateTime clock,
    @Nullable ZoneId timeZone) {

  /// The organisation's time zone.
  public ZoneId zone() {
    return timeZone == null ? ZoneId.systemDefault() : timeZone;
  }

  @Nullable
  Instant clinicalStart() {
    return clock == null ? null : clock.toInstant();
  }
}
