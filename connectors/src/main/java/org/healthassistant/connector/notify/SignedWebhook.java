package org.healthassistant.connector.notify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.healthassistant.connector.Secret;

/// Posts JSON to one URL with the headers and signature of Standard Webhooks.
public final class SignedWebhook {
  /// A webhook that waits 15 seconds for an answer.
  ///
  /// @param secret `whsec_` and the key in Base64
  /// @throws IllegalArgumentException if the secret has another form
  public SignedWebhook(URI url, Secret secret) {
    this(url, secret, Duration.ofSeconds(15));
  }

  /// A webhook with its own time for an answer.
  public SignedWebhook(URI url, Secret secret, Duration timeout) {}

  /// Posts once.
  ///
  /// @param id the same for every attempt of one event, so that the receiver can drop repeats
  /// @param timestamp the time of this attempt
  /// @param jsonBody signed and sent byte for byte
  public Outcome post(String id, Instant timestamp, String jsonBody) {
    throw new UnsupportedOperationException();
  }
}
