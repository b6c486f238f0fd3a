package org.healthassistant.assistant.patient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a patient consents to, each by itself.
public enum Purpose {
  CHAT,
  RECORD,
  WEARABLES,
  SMS,
  EXTERNAL_MODEL,
  OUTREACH,
  RESEARCH;

  /// The word of the API: `external-model`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The purpose of that word, or empty.
  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }
}
