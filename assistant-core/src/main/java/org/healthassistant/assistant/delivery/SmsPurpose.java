package org.healthassistant.assistant.delivery;

/// Why a text goes out; with its message it is what is sent once.
public enum SmsPurpose {
  /// The fixed emergency wording: goes out at least once, even after an opt-out.
  EMERGENCY("EMERGENCY"),
  /// The reply to a message.
  ANSWER("ANSWER"),
  /// The reply to a message that must not wait: limits of texts do not hold it back.
  URGENT("URGENT"),
  /// Wording for a level that rose after the reply.
  RAISE("RAISE"),
  /// What a provider wrote.
  PROVIDER("PROVIDER"),
  /// What the care team has been told of a concern, and when to expect an answer.
  NOTICE("NOTICE"),
  /// The fixed text of HELP or START.
  KEYWORD("KEYWORD"),
  /// The one confirmation of an opt-out: goes out although the number has opted out.
  OPT_OUT_CONFIRMATION("OPT_OUT"),
  /// That a message could not be answered.
  REFUSAL("REFUSAL");

  private final String code;

  SmsPurpose(String code) {
    this.code = code;
  }

  /// The word of rows, at most 16 characters; never changed.
  String code() {
    return code;
  }

  /// Whether limits of texts hold it back: what answers by itself, and nothing that must not wait
  /// or that a person wrote.
  boolean isLimited() {
    return this == ANSWER || this == KEYWORD || this == REFUSAL;
  }

  static SmsPurpose of(String code) {
    for (SmsPurpose purpose : values()) {
      if (purpose.code.equals(code)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("DE-001: no text has the purpose '" + code + "'");
  }
}
