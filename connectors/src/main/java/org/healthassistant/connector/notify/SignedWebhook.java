package org.healthassistant.connector.notify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.http.HttpOutcome;
import org.healthassistant.connector.http.SingleAttemptHttpClient;

/// Posts JSON to one URL with the headers and signature of Standard Webhooks 1.0.
///
/// Safe for use by many threads. The address is the operator's, so redirects are not followed.
public final class SignedWebhook {
  /// What the specification advises receivers be given (15 to 30 seconds).
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final URI url;
  private final SecretKeySpec key;
  private final SingleAttemptHttpClient http;

  /// A webhook that waits 15 seconds for an answer.
  ///
  /// @param secret `whsec_` and the key in Base64
  /// @throws IllegalArgumentException if the secret has another form
  public SignedWebhook(URI url, Secret secret) {
    this(url, secret, DEFAULT_TIMEOUT);
  }

  /// A webhook with its own time for an answer.
  ///
  /// @param secret `whsec_` and the key in Base64
  /// @throws IllegalArgumentException if the secret has another form or the time is not above 0
  public SignedWebhook(URI url, Secret secret, Duration timeout) {
    this.url = url;
    this.key = key(secret);
    this.http = new SingleAttemptHttpClient(timeout);
  }

  /// Posts once. Blocks, so it is called on a virtual thread.
  ///
  /// @param id the same for every attempt of one event, so that the receiver can drop repeats;
  /// without a dot
  /// @param timestamp the time of this attempt
  /// @param jsonBody signed and sent byte for byte
  /// @throws IllegalArgumentException if the id is blank or holds a dot, which would make the
  /// signature ambiguous
  public NotificationOutcome post(String id, Instant timestamp, String jsonBody) {
    if (id.isBlank() || id.contains(".")) {
      throw new IllegalArgumentException("a webhook's id must not be blank or hold a dot");
    }
    String seconds = Long.toString(timestamp.getEpochSecond());
    String signature = "v1," + sign(id + "." + seconds + "." + jsonBody);
    HttpOutcome answer = http.postJson(
        url,
        headers -> {
          headers.set("webhook-id", id);
          headers.set("webhook-timestamp", seconds);
          headers.set("webhook-signature", signature);
        },
        jsonBody);
    return switch (answer) {
      case HttpOutcome.Answered answered -> outcome(answered, timestamp);
      case HttpOutcome.NotSent notSent -> new NotificationOutcome.TryLater("connect-failed", null);
      case HttpOutcome.Broken broken -> new NotificationOutcome.TryLater(broken.code(), null);
    };
  }

  private static NotificationOutcome outcome(HttpOutcome.Answered answered, Instant now) {
    int status = answered.status();
    String code = "http-" + status;
    if (status >= 200 && status < 300) {
      return new NotificationOutcome.Accepted();
    }
    if (status == 410) {
      return new NotificationOutcome.Gone();
    }
    boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
    return passing
        ? new NotificationOutcome.TryLater(code, answered.wait(now))
        : new NotificationOutcome.Refused(code);
  }

  private static SecretKeySpec key(Secret secret) {
    String written = secret.reveal();
    if (written.startsWith(PREFIX) && written.length() > PREFIX.length()) {
      try {
        byte[] bytes = Base64.getDecoder().decode(written.substring(PREFIX.length()));
        return new SecretKeySpec(bytes, ALGORITHM);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "a webhook's secret must be Base64 after '" + PREFIX + "'");
      }
    }
    throw new IllegalArgumentException(
        "a webhook's secret must be '" + PREFIX + "' and a key in Base64");
  }

  private String sign(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    }
  }
}
