package org.healthassistant.assistant.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who wrote a message.
public enum Author {
  PATIENT,
  ASSISTANT,
  PROVIDER;

  /// The word of rows and of the API: `patient`, `assistant`, `provider`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Author of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
