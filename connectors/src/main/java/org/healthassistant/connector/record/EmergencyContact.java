package org.healthassistant.connector.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to call when the patient cannot be reached.
///
/// @param name for people
/// @param relationship such as `daughter`; null if not told
/// @param phones may be empty
public record EmergencyContact(String name, @Nullable String relationship, List<Phone> phones) {
  /// Copies the phones.
  public EmergencyContact {
    phones = List.copyOf(phones);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
