package org.healthassistant.assistant.turn;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;

/// What a draft rests on besides its evidence. Read before drafting and again in T3: if it changed,
/// the draft is thrown away.
///
/// @param granted the codes of the purposes granted, in order
/// @param recordMayBeTold whether the channel permits record data: not to a number that is not
///     linked
record Standing(
    Optional<Escalation> open,
    List<String> granted,
    boolean takenOver,
    boolean optedOut,
    boolean erased,
    boolean recordMayBeTold,
    String language) {

  /// Copies the list.
  Standing {
    granted = List.copyOf(granted);
  }

  /// The level that wording and writer follow.
  Level level(TriageDecision decision) {
    return Level.max(decision.level(), open.map(Escalation::level).orElse(Level.SELF_CARE));
  }
}
