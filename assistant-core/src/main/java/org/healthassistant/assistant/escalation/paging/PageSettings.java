package org.healthassistant.assistant.escalation.paging;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.healthassistant.assistant.settings.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How people are paged.
///
/// @param webhook where every page is posted; no URL: nowhere
/// @param emailFrom sender of pages by e-mail; unset: `spring.mail.username`
@Validated
@ConfigurationProperties("assistant.escalation")
record PageSettings(
    @Valid @DefaultValue Webhook webhook, @Nullable String emailFrom) {

  /// Where every page is posted.
  ///
  /// @param url every page is also posted there (Standard Webhooks)
  /// @param secret `whsec_…` that signs it; never printed
  @Consistent
  record Webhook(@HttpUrl @Nullable URI url, @Nullable String secret) implements Checked {

    @Override
    public List<Fault> faults() {
      boolean signed = secret != null && !secret.isBlank();
      if (url != null && !signed) {
        return List.of(new Fault("secret", "is needed with a webhook"));
      }
      return url == null && signed
          ? List.of(new Fault("url", "is needed with a webhook's secret"))
          : List.of();
    }

    @Override
    public String toString() {
      return "Webhook[" + url + ", [REDACTED]]";
    }
  }
}
