package org.healthassistant.assistant.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where data is kept, and what time it is.
///
/// @param dataDirectory database, index, demo access, master key in demo mode
/// @param clock an RFC 3339 time from which clinical dates run on; null: the system's
/// @param timeZone the organisation's time zone; null: the system's
@ConfigurationProperties("assistant")
public record StoreSettings(
    @DefaultValue("./var") Path dataDirectory,
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
