package org.healthassistant.connector.sms.twilio;

import java.net.URI;
import java.time.Duration;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// How to reach Twilio's API.
///
/// @param baseUrl scheme, host and prefix of the API, such as `https://api.twilio.com`
/// @param accountSid the account (`AC…`), which is also the user name
/// @param authToken the account's token
/// @param from the number texts are sent from if a text names none; a messaging service (`MG…`)
/// chooses it itself
/// @param statusUrl our page for delivery reports, to which the message's id is added; null asks
/// for none
/// @param timeout for connecting, and for each silence of the other side
public record TwilioSettings(
    URI baseUrl,
    String accountSid,
    Secret authToken,
    String from,
    @Nullable URI statusUrl,
    Duration timeout) {

  /// Where Twilio itself is reached.
  public static final URI API = URI.create("https://api.twilio.com");

  /// Settings with 10 seconds of time.
  public TwilioSettings(
      URI baseUrl, String accountSid, Secret authToken, String from, @Nullable URI statusUrl) {
    this(baseUrl, accountSid, authToken, from, statusUrl, Duration.ofSeconds(10));
  }
}
