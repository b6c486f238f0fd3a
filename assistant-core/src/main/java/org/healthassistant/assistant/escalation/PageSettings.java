package org.healthassistant.assistant.escalation;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people are paged.
///
/// @param webhook where every page is posted; no URL: nowhere
/// @param emailFrom the sender of pages by e-mail; null: the mail account's own name
@ConfigurationProperties("assistant.escalation")
record PageSettings(@DefaultValue Webhook webhook, @Nullable String emailFrom) {

  /// @param secret `whsec_` and the key in Base64; never printed
  record Webhook(@Nullable URI url, @Nullable String secret) {
    @Override
    public String toString() {
      return "Webhook[" + url + ", [REDACTED]]";
    }
  }
}
