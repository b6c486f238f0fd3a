package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// One entry of an escalation's history. `rescheduled` is the watchdog's: the next step was
/// lost.
///
/// @param kind `opened`, `raised`, `joined`, `lowered`, `no-channel`, `nobody-on-duty`,
///     `paged`, `page-failed`, `patient-told`, `acknowledged`, `acknowledgement-expired`,
///     `assigned`, `taken-over`, `replied`, `seen`, `contacted`, `noted`, `handed-back`,
///     `text-failed`, `resolved`
/// @param actor a provider's id, `patient` or `system`
/// @param detail codes: a channel, an outcome
/// @param text a note or a reason, opened
public record EscalationEvent(
    Instant at,
    String kind,
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
