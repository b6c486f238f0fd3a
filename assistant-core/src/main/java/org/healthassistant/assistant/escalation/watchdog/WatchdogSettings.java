package org.healthassistant.assistant.escalation.watchdog;

import java.net.URI;
import java.time.Duration;
import org.healthassistant.assistant.settings.HttpUrl;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the watchdog works.
///
/// @param every how often the watchdog looks; 10s at most
/// @param heartbeatUrl the page of an outside dead-man's switch, got every 60 s while all is
///     well
@Validated
@ConfigurationProperties("assistant.escalation.watchdog")
record WatchdogSettings(
    @DurationMin(nanos = 1, message = WatchdogSettings.BOUNDS)
    @DurationMax(seconds = 10, message = WatchdogSettings.BOUNDS)
    @DefaultValue("5s")
    Duration every,

    @HttpUrl @Nullable URI heartbeatUrl) {

  static final String BOUNDS =
      "must be longer than zero and 10s at most, so that everything is found within 30 s";
}
