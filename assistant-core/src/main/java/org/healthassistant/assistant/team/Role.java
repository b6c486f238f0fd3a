package org.healthassistant.assistant.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a provider may do.
public enum Role {
  NURSE,
  PHYSICIAN,
  ADMIN;

  /// The word of the API: `nurse`, `physician`, `admin`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that word, or empty.
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
  }
}
