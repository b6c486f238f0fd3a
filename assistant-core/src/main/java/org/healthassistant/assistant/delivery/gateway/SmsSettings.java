package org.healthassistant.assistant.delivery.gateway;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.healthassistant.assistant.settings.HttpUrl;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.sms.kannel.KannelSettings;
import org.healthassistant.connector.sms.twilio.RequestSignature;
import org.healthassistant.connector.sms.twilio.TwilioForm;
import org.healthassistant.connector.sms.twilio.TwilioSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// By whom texts travel, how the provider is reached, and how it proves itself when it calls us.
///
/// @param provider who carries texts; unset: none; demo mode: demo
@Validated
@Consistent
@ConfigurationProperties("assistant.sms")
public record SmsSettings(
    @Nullable SmsProvider provider,
    @Valid @DefaultValue Twilio twilio,
    @Valid @DefaultValue Kannel kannel)
    implements Checked {

  @Override
  public List<Fault> faults() {
    return switch (provider) {
      case TWILIO -> twilio.missing();
      case KANNEL -> kannel.missing();
      case NONE, DEMO -> List.of();
      case null -> List.of();
    };
  }

  /// How Twilio is reached and how it reaches us. All but the first are needed where the provider
  /// is `twilio`.
  ///
  /// @param baseUrl Twilio's API or a stand-in; unset: https://api.twilio.com
  /// @param accountSid the account, `AC…`
  /// @param authToken the account's token; also proves what Twilio calls us with
  /// @param from our number, or a messaging service `MG…`
  /// @param publicUrl scheme, host and prefix under which Twilio sees this service
  public record Twilio(
      @HttpUrl @Nullable URI baseUrl,
      @Nullable String accountSid,
      @Nullable Secret authToken,
      @Nullable String from,
      @HttpUrl @Nullable URI publicUrl) {

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
    /// @throws NullPointerException if one is missing, which validation has found before
    TwilioSettings complete() {
      return new TwilioSettings(
          baseUrl == null ? TwilioSettings.API : baseUrl,
          Objects.requireNonNull(accountSid),
          Objects.requireNonNull(authToken),
          Objects.requireNonNull(from),
          seen(Objects.requireNonNull(publicUrl), "/sms/twilio/status"));
    }

    private List<Fault> missing() {
      Missing missing = new Missing("twilio");
      missing.text("account-sid", accountSid);
      missing.value("auth-token", authToken);
      missing.text("from", from);
      missing.value("public-url", publicUrl);
      return missing.found;
    }

    private static URI seen(URI publicUrl, String path) {
      String base = publicUrl.toString();
      return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
  }

  /// How Kannel is reached and how it proves itself. All are needed where the provider is
  /// `kannel`.
  ///
  /// @param sendUrl Kannel's sendsms address, such as `http://127.0.0.1:13013/cgi-bin/sendsms`
  /// @param username sendsms user
  /// @param password sendsms password
  /// @param from our number
  /// @param inboundSecret what Kannel's get-url carries as `secret`
  public record Kannel(
      @HttpUrl @Nullable URI sendUrl,
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
    /// @throws NullPointerException if one is missing, which validation has found before
    KannelSettings complete(URI statusUrl) {
      KannelSettings plain = new KannelSettings(
          Objects.requireNonNull(sendUrl),
          Objects.requireNonNull(username),
          Objects.requireNonNull(password),
          Objects.requireNonNull(from));
      return new KannelSettings(
          plain.sendUrl(),
          plain.username(),
          plain.password(),
          plain.from(),
          statusUrl,
          plain.timeout());
    }

    private List<Fault> missing() {
      Missing missing = new Missing("kannel");
      missing.value("send-url", sendUrl);
      missing.text("username", username);
      missing.value("password", password);
      missing.text("from", from);
      missing.value("inbound-secret", inboundSecret);
      return missing.found;
    }
  }

  /// Collects what the chosen provider needs and has not got.
  private static final class Missing {

    private final String provider;
    private final List<Fault> found = new ArrayList<>();

    Missing(String provider) {
      this.provider = provider;
    }

    void text(String member, @Nullable String text) {
      value(member, text == null || text.isBlank() ? null : text);
    }

    void value(String member, @Nullable Object value) {
      if (value == null) {
        found.add(new Fault(provider + "." + member, "is needed with the provider " + provider));
      }
    }
  }
}
