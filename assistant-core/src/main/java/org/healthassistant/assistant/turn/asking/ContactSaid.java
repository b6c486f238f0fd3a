package org.healthassistant.assistant.turn.asking;

import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.screening.MessageScreen;
import org.springframework.stereotype.Component;

/// Hears that it is not safe to call or text a patient, and knows what may be texted then.
@Component
public class ContactSaid {

  private final MessageScreen screening;
  private final FixedWording wording;
  private final SafeContact contact;
  private final Escalations escalations;

  /// Of these, none is used for messages of the web.
  public ContactSaid(
      MessageScreen screening, FixedWording wording, SafeContact contact, Escalations escalations) {
    this.screening = screening;
    this.wording = wording;
    this.contact = contact;
    this.escalations = escalations;
  }

  /// Keeps it where a message says so: by a rule about contact, or as the answer to the question
  /// of abuse whether the person is safe and writing is. In the caller's transaction, which holds
  /// the subject's lock, after the message was escalated.
  ///
  /// @param message with its decision
  public void heed(Message message) {
    TriageDecision decision = message.decision().orElseThrow();
    boolean said = screening.saysContactIsUnsafe(decision, message.id())
        || decision.findings().stream()
            .anyMatch(finding -> SymptomProtocols.isNoIfSafe(finding.rule())
                && wording.asksAboutContact(finding.category()));
    if (said && contact.unsafe(message.subjectId(), message.at())) {
      escalations.contactUnsafe(message);
    }
  }

  /// Whether a reply to a message says one neutral sentence and nothing else: it is read on a
  /// phone that somebody else may hold.
  public boolean staysNeutral(Message message) {
    return staysNeutral(message.channel(), message.subjectId());
  }

  /// As above, of a message that is to come.
  public boolean staysNeutral(Channel channel, String subjectId) {
    return channel == Channel.SMS && contact.isUnsafe(subjectId);
  }
}
