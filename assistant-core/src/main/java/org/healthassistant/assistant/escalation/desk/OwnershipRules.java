package org.healthassistant.assistant.escalation.desk;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationChange;
import org.springframework.stereotype.Component;

/// Decides who may act on an escalation that somebody has already taken.
@Component
class OwnershipRules {

  private final Conversations conversations;

  OwnershipRules(Conversations conversations) {
    this.conversations = conversations;
  }

  /// In whose hands an escalation is, as one provider sees it.
  enum Owner {
    /// The provider may acknowledge it: nobody has, or it was assigned to them since.
    NOBODY,
    /// The provider has acknowledged it.
    SELF,
    /// Another person has acknowledged it.
    ANOTHER
  }

  Owner owner(Escalation now, String provider) {
    if (now.state() != Escalation.State.ACKNOWLEDGED) {
      return Owner.NOBODY;
    }
    if (now.acknowledgedBy().filter(provider::equals).isPresent()) {
      return Owner.SELF;
    }
    return isAssignedTo(now, provider) ? Owner.NOBODY : Owner.ANOTHER;
  }

  /// A change that acknowledges for the provider where nobody has; else one without effect.
  EscalationChange acknowledging(Escalation now, String provider, Instant at) {
    EscalationChange change = EscalationChange.of(now);
    return owner(now, provider) == Owner.NOBODY ? change.acknowledged(provider, at) : change;
  }

  /// Who talks with the patient instead of the assistant; empty: nobody.
  Optional<String> holder(Escalation now) {
    return conversations.get(now.conversationId()).takenOverBy();
  }

  /// Whether another person talks with the patient, and it was not assigned to this one since.
  /// A person whose acknowledgement expired, or was ended by a new concern, holds nobody off.
  boolean isHeldByAnother(Escalation now, String provider) {
    return now.state() == Escalation.State.ACKNOWLEDGED
        && holder(now).filter(h -> !h.equals(provider)).isPresent()
        && !isAssignedTo(now, provider);
  }

  private static boolean isAssignedTo(Escalation now, String provider) {
    return now.assignee().filter(provider::equals).isPresent();
  }
}
