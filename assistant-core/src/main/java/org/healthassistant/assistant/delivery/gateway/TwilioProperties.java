package org.healthassistant.assistant.delivery.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.twilio.RequestSignature;
import org.healthassistant.connector.sms.twilio.TwilioForm;
import org.healthassistant.connector.sms.twilio.TwilioSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How Twilio is reached and how it reaches us: `assistant.sms.twilio.*`. All but the first are
/// needed where the provider is `twilio`.
///
/// @param baseUrl its API, or a stand-in; null: Twilio's own
/// @param accountSid the account, `AC…`
/// @param authToken the account's token, by which it also signs what it calls us with
/// @param from the number or messaging service that texts come from
/// @param publicUrl scheme, host and prefix under which Twilio sees this service
@ConfigurationProperties("assistant.sms.twilio")
public record TwilioProperties(
    @Nullable URI baseUrl,
    @Nullable String accountSid,
    @Nullable Secret authToken,
    @Nullable String from,
    @Nullable URI publicUrl) {

  /// Whether a call is Twilio's; false for every call when token or public address are not
  /// configured.
  ///
  /// @param path of the call with its query, as it was called
  /// @param form its body
  /// @param signature its `X-Twilio-Signature`; null where it has none
  public boolean proves(String path, TwilioForm form, @Nullable String signature) {
    return authToken != null
        && publicUrl != null
        && new RequestSignature(authToken).proves(seen(publicUrl, path), form, signature);
  }

  /// The settings of the gateway.
  ///
  /// @throws IllegalStateException if one is missing; names all that are
  TwilioSettings complete() {
    List<String> missing = new ArrayList<>();
    if (accountSid == null || accountSid.isBlank()) {
      missing.add("account-sid");
    }
    if (authToken == null) {
      missing.add("auth-token");
    }
    if (from == null || from.isBlank()) {
      missing.add("from");
    }
    if (publicUrl == null) {
      missing.add("public-url");
    }
    if (accountSid == null
        || authToken == null
        || from == null
        || publicUrl == null
        || !missing.isEmpty()) {
      throw new IllegalStateException("DE-010: assistant.sms.provider=twilio needs also"
          + " assistant.sms.twilio." + String.join(", assistant.sms.twilio.", missing)
          + "; set them, or set assistant.sms.provider to none");
    }
    return new TwilioSettings(
        baseUrl == null ? TwilioSettings.API : baseUrl,
        accountSid,
        authToken,
        from,
        seen(publicUrl, "/sms/twilio/status"));
  }

  private static URI seen(URI publicUrl, String path) {
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
