package org.healthassistant.assistant.web;

import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.safety.Level;
import org.springframework.stereotype.Component;

/// Who the patient is talking to: `person` from take-over to hand-back or resolving; `waiting`
/// while
/// `SAME_DAY` or above is open or a person was asked for; else `bot`.
@Component
class ConversationState {

  private final Escalations escalations;

  ConversationState(Escalations escalations) {
    this.escalations = escalations;
  }

  String of(Conversation conversation) {
    if (conversation.takenOverBy().isPresent()) {
      return "person";
    }
    return escalations
            .open(conversation.subjectId())
            .filter(ConversationState::waits)
            .isPresent()
        ? "waiting"
        : "bot";
  }

  private static boolean waits(Escalation open) {
    return open.level().atLeast(Level.SAME_DAY) || open.humanRequested();
  }
}
