package org.healthassistant.assistant.delivery.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.kannel.KannelSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How Kannel is reached and how it proves itself: `assistant.sms.kannel.*`. All are needed where
/// the provider is `kannel`.
///
/// @param sendUrl its `sendsms` page, such as `http://127.0.0.1:13013/cgi-bin/sendsms`
/// @param username of its `sendsms-user` group
/// @param password of the same group
/// @param from the number that texts come from
/// @param inboundSecret what it gives as `secret` when it calls us
@ConfigurationProperties("assistant.sms.kannel")
public record KannelProperties(
    @Nullable URI sendUrl,
    @Nullable String username,
    @Nullable Secret password,
    @Nullable String from,
    @Nullable Secret inboundSecret) {

  /// Whether a secret that a caller gave is the one configured; false when none is.
  public boolean proves(@Nullable String offered) {
    return offered != null && inboundSecret != null && inboundSecret.matches(offered);
  }

  /// The settings of the gateway.
  ///
  /// @param statusUrl where delivery reports go
  /// @throws IllegalStateException if one is missing; names all that are
  KannelSettings complete(URI statusUrl) {
    List<String> missing = new ArrayList<>();
    if (inboundSecret == null) {
      missing.add("inbound-secret");
    }
    if (sendUrl == null) {
      missing.add("send-url");
    }
    if (username == null || username.isBlank()) {
      missing.add("username");
    }
    if (password == null) {
      missing.add("password");
    }
    if (from == null || from.isBlank()) {
      missing.add("from");
    }
    if (sendUrl == null
        || username == null
        || password == null
        || from == null
        || !missing.isEmpty()) {
      throw new IllegalStateException("DE-009: assistant.sms.provider=kannel needs also"
          + " assistant.sms.kannel." + String.join(", assistant.sms.kannel.", missing)
          + "; set them, or set assistant.sms.provider to none");
    }
    KannelSettings plain = new KannelSettings(sendUrl, username, password, from);
    return new KannelSettings(sendUrl, username, password, from, statusUrl, plain.timeout());
  }
}
