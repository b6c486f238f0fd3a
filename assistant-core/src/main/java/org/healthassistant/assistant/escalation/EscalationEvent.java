package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// One entry of an escalation's history, as it was read.
///
/// @param actor a provider's id, `patient` or `system`
/// @param from the level before; empty where the entry is not about the level
/// @param to the level after; empty where the entry is not about the level
/// @param messageId the message it is about; empty: none
/// @param detail codes for people to read, such as a channel or an outcome; nothing is decided by
///     them
/// @param text a note or a reason, opened
public record EscalationEvent(
    Instant at,
    EventKind kind,
    String actor,
    Optional<Level> from,
    Optional<Level> to,
    Optional<String> messageId,
    String detail,
    Optional<String> text) {

  @Override
  public String toString() {
    return "EscalationEvent[" + kind + ", " + actor + "]";
  }
}
