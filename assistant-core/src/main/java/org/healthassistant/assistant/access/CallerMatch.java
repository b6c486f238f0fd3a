package org.healthassistant.assistant.access;

/// Whom a token names.
public sealed interface CallerMatch {

  /// A patient, or a provider of the care team.
  record Known(Caller caller) implements CallerMatch {}

  /// Somebody with a provider's role whom the care team does not know: may do nothing.
  record Stranger() implements CallerMatch {}

  /// Nobody.
  ///
  /// @param why for the log; nothing of the token's content
  record Nobody(String why) implements CallerMatch {}
}
