package org.healthassistant.assistant.patient;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The key-encryption key.
///
/// @param masterKey 32 random bytes in Base64; null: a file of the data directory, made on first
///     start, in demo mode only
@ConfigurationProperties("assistant.crypto")
record CryptoSettings(@Nullable String masterKey) {

  @Override
  public String toString() {
    return "CryptoSettings[REDACTED]";
  }
}
