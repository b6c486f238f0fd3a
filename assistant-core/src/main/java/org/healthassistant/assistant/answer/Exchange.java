package org.healthassistant.assistant.answer;

/// A message of the patient's and what was said to it.
///
/// @param said as written
/// @param replied the whole reply; blank where there was none, or none that matters
public record Exchange(String said, String replied) {

  /// A message of whose reply nothing is known.
  public static Exchange of(String said) {
    return new Exchange(said, "");
  }

  @Override
  public String toString() {
    return "Exchange[REDACTED]";
  }
}
