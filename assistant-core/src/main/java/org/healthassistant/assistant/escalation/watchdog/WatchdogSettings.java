package org.healthassistant.assistant.escalation.watchdog;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the watchdog works.
///
/// @param every the pause between two looks, 10 s at most, since everything is to be found
///     within 30 s
/// @param heartbeatUrl the page of an outside dead-man's switch, got every 60 s while all is
///     well; null: none
@ConfigurationProperties("assistant.escalation.watchdog")
record WatchdogSettings(
    @DefaultValue("5s") Duration every, @Nullable URI heartbeatUrl) {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  WatchdogSettings {
    if (!every.isPositive() || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "assistant.escalation.watchdog.every must be above zero and 10s at most; 5s is the"
              + " default");
    }
  }
}
