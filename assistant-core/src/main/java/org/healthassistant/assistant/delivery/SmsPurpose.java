package org.healthassistant.assistant.delivery;

/// Why a text goes out; with its message it is what is sent once.
public enum SmsPurpose {
  /// The fixed emergency wording: goes out at least once, even after an opt-out.
  EMERGENCY,
  /// The reply to a message.
  ANSWER,
  /// Wording for a level that rose after the reply.
  RAISE,
  /// What a provider wrote.
  PROVIDER,
  /// The fixed text of HELP or START.
  KEYWORD,
  /// The one confirmation of an opt-out: goes out although the number has opted out.
  OPT_OUT_CONFIRMATION,
  /// That a message could not be answered.
  REFUSAL
}
