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

  /// Whether it is a whole message, or one without what says nothing, and not a part of one.
  public boolean isWhole() {
    return part.kind() == Part.Kind.WHOLE || part.kind() == Part.Kind.BARE;
  }

  @Override
  public String toString() {
    return "ReadingUnit[" + part + "]";
  }
}
