package org.healthassistant.assistant.escalation;

import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.store.RealClock;
import org.springframework.stereotype.Component;

/// Who may act on an escalation that somebody has already taken.
@Component
class Claims {

  private final Conversations conversations;
  private final RealClock clock;

  Claims(Conversations conversations, RealClock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  /// What acknowledging it comes to: taken when another person has it, unless it was assigned
  /// to this one since.
  Deed acknowledging(Escalation now, String provider) {
    boolean acknowledged = now.state() == Escalation.State.ACKNOWLEDGED;
    if (acknowledged && now.acknowledgedBy().filter(provider::equals).isPresent()) {
      return Deed.same();
    }
    return !acknowledged || isAssignedTo(now, provider)
        ? Deed.change(EscalationChange.of(now).acknowledged(provider, clock.instant()), "")
        : Deed.taken();
  }

  /// Who talks with the patient instead of the assistant.
  Optional<String> holder(Escalation now) {
    return conversations.get(now.conversationId()).takenOverBy();
  }

  /// Whether another person talks with the patient, and it was not assigned to this one since.
  /// Who acknowledged no more, because it expired or a new concern came, holds nobody off.
  boolean heldByAnother(Escalation now, String provider) {
    return now.state() == Escalation.State.ACKNOWLEDGED
        && holder(now).filter(h -> !h.equals(provider)).isPresent()
        && !isAssignedTo(now, provider);
  }

  private static boolean isAssignedTo(Escalation now, String provider) {
    return now.assignee().filter(provider::equals).isPresent();
  }
}
