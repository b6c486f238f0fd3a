package org.healthassistant.assistant.escalation;

import java.net.URI;
import java.time.Duration;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people are paged.
///
/// @param webhook where every page is posted; no URL: nowhere
/// @param emailFrom the sender of pages by e-mail; null: the mail account's own name
/// @param pageAgain how long until the same people are paged again
@ConfigurationProperties("assistant.escalation")
record PageSettings(
    @DefaultValue Webhook webhook,
    @Nullable String emailFrom,
    @DefaultValue PageAgain pageAgain) {

  /// @param secret `whsec_` and the key in Base64; never printed
  record Webhook(@Nullable URI url, @Nullable String secret) {
    @Override
    public String toString() {
      return "Webhook[" + url + ", [REDACTED]]";
    }
  }

  /// The pauses between two pages of an escalation that nobody has acknowledged.
  record PageAgain(
      @DefaultValue("2m") Duration emergency,
      @DefaultValue("15m") Duration sameDay) {
    PageAgain {
      if (emergency.compareTo(Duration.ofSeconds(1)) < 0
          || sameDay.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException(
            "assistant.escalation.page-again must be 1 s or more; 2m and 15m are the defaults");
      }
    }
  }

  Duration again(Level level) {
    return level == Level.EMERGENCY ? pageAgain.emergency() : pageAgain.sameDay();
  }
}
