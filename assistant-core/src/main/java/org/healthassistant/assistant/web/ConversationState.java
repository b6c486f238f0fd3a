package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.Function;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.safety.Level;
import org.springframework.stereotype.Component;

/// Who the patient is talking to: `person` from take-over to hand-back or resolving; `waiting`
/// while `SAME_DAY` or above is open or a person was asked for; else `bot`.
@Component
class ConversationState {

  private final Escalations escalations;

  ConversationState(Escalations escalations) {
    this.escalations = escalations;
  }

  /// Who the patient is talking to in a conversation now.
  Partner find(Conversation conversation) {
    return ofPatient(conversation.subjectId()).apply(conversation);
  }

  /// Who a patient is talking to now, for any conversation of theirs; what is open is read once.
  Function<Conversation, Partner> ofPatient(String subjectId) {
    Partner others =
        escalations.open(subjectId).filter(ConversationState::waits).isPresent()
            ? Partner.WAITING
            : Partner.BOT;
    return conversation -> conversation.takenOverBy().isPresent() ? Partner.PERSON : others;
  }

  private static boolean waits(Escalation open) {
    return open.level().atLeast(Level.SAME_DAY) || open.humanRequested();
  }

  /// Who answers.
  enum Partner {
    /// A person of the care team has taken the conversation.
    PERSON,
    /// The assistant still answers; a person was asked for, or has to look.
    WAITING,
    /// The assistant.
    BOT;

    /// The word of the interface: `person`, `waiting`, `bot`.
    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
