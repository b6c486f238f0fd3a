package org.healthassistant.assistant.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a conversation is held.
public enum Channel {
  WEB,
  SMS;

  /// The word of rows and of the API: `web`, `sms`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
