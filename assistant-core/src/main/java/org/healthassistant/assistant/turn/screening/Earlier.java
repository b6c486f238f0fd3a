package org.healthassistant.assistant.turn.screening;

import java.util.List;
import org.healthassistant.assistant.safety.ScreenedText;

/// What a patient wrote just before a message, oldest first.
///
/// @param here in the same conversation: it belongs to the message, by rules and by meaning
/// @param elsewhere in other conversations: it belongs to the message where a rule says so
record Earlier(List<ScreenedText> here, List<ScreenedText> elsewhere) {

  /// Copies the lists.
  Earlier {
    here = List.copyOf(here);
    elsewhere = List.copyOf(elsewhere);
  }

  @Override
  public String toString() {
    return "Earlier[REDACTED]";
  }
}
