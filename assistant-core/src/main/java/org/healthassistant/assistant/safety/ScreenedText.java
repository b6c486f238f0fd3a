package org.healthassistant.assistant.safety;

/// One message of a patient, as it was written.
///
/// @param id the message's id, which findings name
/// @param text what the patient wrote, unchanged; may be empty
public record ScreenedText(String id, String text) {

  @Override
  public String toString() {
    return "ScreenedText[" + id + ", REDACTED]";
  }
}
