package org.healthassistant.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, key or token that must not be printed: `toString` is `[REDACTED]`.
public final class Secret {
  private final String value;

  /// Wraps the secret.
  ///
  /// @param value as configured; not blank
  /// @throws IllegalArgumentException if the value is blank
  public Secret(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    this.value = value;
  }

  /// The secret itself, for the one place that has to send or sign with it.
  public String reveal() {
    return value;
  }

  /// Whether a value somebody offers is this secret, in time that does not depend on where they
  /// differ.
  public boolean matches(String offered) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
