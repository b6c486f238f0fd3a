package org.healthassistant.connector.sms.kannel;

import java.net.URI;
import java.time.Duration;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// How to reach Kannel's smsbox.
///
/// @param sendUrl the `sendsms` page, such as `http://127.0.0.1:13013/cgi-bin/sendsms`
/// @param username of the `sendsms-user` group
/// @param password of the same group
/// @param from the number texts are sent from if a text names none
/// @param statusUrl our page for delivery reports, to which message id and type are added; null
/// asks for none
/// @param timeout for the whole request
public record KannelSettings(
    URI sendUrl,
    String username,
    Secret password,
    String from,
    @Nullable URI statusUrl,
    Duration timeout) {

  /// Settings without delivery reports and with 10 seconds of time.
  public KannelSettings(URI sendUrl, String username, Secret password, String from) {
    this(sendUrl, username, password, from, null, Duration.ofSeconds(10));
  }
}
