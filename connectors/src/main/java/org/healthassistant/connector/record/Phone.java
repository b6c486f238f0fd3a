package org.healthassistant.connector.record;

/// A telephone number.
///
/// @param number as the source wrote it, with or without a country code
/// @param use `mobile`, `home`, `work`, …; empty if not told
public record Phone(String number, String use) {
  /// Checks that there is a number.
  public Phone {
    if (number.isBlank()) {
      throw new IllegalArgumentException("a telephone number must not be blank");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
