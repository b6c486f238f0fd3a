package org.healthassistant.assistant.turn.draft;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.asking.Asked;
import org.healthassistant.knowledge.text.Language;

/// What a draft rests on besides its evidence. Read before drafting and again in T3: if it
/// changed, the draft is thrown away.
///
/// Two values are equal exactly when a draft made under the one may be stored under the other. So
/// whatever a reply depends on belongs here, and nothing else does.
///
/// @param open the open escalation
/// @param granted the codes of the purposes granted, in order
/// @param asked how the questions of the conversation stand
/// @param told how the question stands whether to keep a reading that was told
/// @param recordMayBeTold whether the channel permits record data: not to a number that is not
///     linked
/// @param viewer to whom the record may be told: whoever wrote, or reads the conversation
public record ReplyPreconditions(
    Optional<Escalation> open,
    List<String> granted,
    boolean takenOver,
    boolean optedOut,
    boolean recordMayBeTold,
    Language language,
    Optional<Asked> asked,
    Optional<ToldOffer> told,
    Viewer viewer) {

  /// Copies the list.
  public ReplyPreconditions {
    granted = List.copyOf(granted);
  }

  /// Whether nothing may be answered: a person has the conversation, or the number opted out.
  public boolean silenced() {
    return takenOver || optedOut;
  }

  /// How the questions stand after a message; empty where another came after it, or none is asked
  /// by it.
  public Optional<Asked> asked(String messageId) {
    return asked.filter(each -> each.messageId().equals(messageId));
  }

  /// How it stands after a message whether to keep a reading; empty where another message came
  /// after it, or none was offered to be kept.
  public Optional<ToldOffer> told(String messageId) {
    return told.filter(each -> each.messageId().equals(messageId));
  }

  /// The level that wording and writer follow.
  public Level level(TriageDecision decision) {
    return Level.max(decision.level(), open.map(Escalation::level).orElse(Level.SELF_CARE));
  }
}
