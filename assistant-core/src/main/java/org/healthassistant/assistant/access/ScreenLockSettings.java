package org.healthassistant.assistant.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the care team's pages lock themselves.
///
/// @param idleLock how long nobody has to touch them; above zero, at most the 15 minutes that a
///     session lasts (45 CFR 164.312(a)(2)(iii): automatic logoff)
@ConfigurationProperties("assistant.workspace")
record ScreenLockSettings(@DefaultValue("5m") Duration idleLock) {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  ScreenLockSettings {
    if (!idleLock.isPositive() || idleLock.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "assistant.workspace.idle-lock must be above 0 and at most 15m, got " + idleLock);
    }
  }
}
