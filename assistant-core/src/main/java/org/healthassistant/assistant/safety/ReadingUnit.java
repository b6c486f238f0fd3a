package org.healthassistant.assistant.safety;

import org.healthassistant.assistant.safety.meaning.Part;

/// A part of what a patient wrote that the classifier reads by itself.
///
/// @param part which part
public record ReadingUnit(Part part) {

  /// What has to be read: the part in its canonical form, never blank.
  public String text() {
    return part.text();
  }

  @Override
  public String toString() {
    return "ReadingUnit[" + part + "]";
  }
}
