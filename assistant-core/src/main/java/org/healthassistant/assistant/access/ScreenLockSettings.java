package org.healthassistant.assistant.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When the care team's pages lock themselves: at the latest with the 15 minutes that a session
/// lasts (45 CFR 164.312(a)(2)(iii): automatic logoff).
///
/// @param idleLock the workspace locks when nobody touches it for so long; at most 15m
@Validated
@ConfigurationProperties("assistant.workspace")
record ScreenLockSettings(
    @DurationMin(nanos = 1, message = ScreenLockSettings.BOUNDS)
    @DurationMax(minutes = 15, message = ScreenLockSettings.BOUNDS)
    @DefaultValue("5m")
    Duration idleLock) {

  static final String BOUNDS =
      "must be longer than zero and 15m at most, so that a screen left alone shows no patient";
}
