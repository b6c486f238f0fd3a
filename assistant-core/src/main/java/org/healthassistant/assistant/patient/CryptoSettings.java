package org.healthassistant.assistant.patient;

import java.util.Base64;
import java.util.List;
import org.healthassistant.assistant.settings.Checked;
import org.healthassistant.assistant.settings.Consistent;
import org.healthassistant.assistant.settings.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The key-encryption key.
///
/// @param masterKey 32 random bytes in Base64: the key that wraps all keys; unset: demo mode: a
///     file in the data directory
@Validated
@Consistent
@ConfigurationProperties("assistant.crypto")
record CryptoSettings(@Nullable String masterKey) implements Checked {

  @Override
  public List<Fault> faults() {
    return masterKey == null || masterKey.isBlank() || isKey(masterKey.strip())
        ? List.of()
        : List.of(new Fault(
            "master-key",
            "must be 32 random bytes in Base64; make one with `openssl rand -base64 32`"));
  }

  private static boolean isKey(String base64) {
    try {
      return Base64.getDecoder().decode(base64).length == MasterKey.BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "CryptoSettings[REDACTED]";
  }
}
