package org.healthassistant.assistant.turn.asking;

import java.util.Optional;
import org.healthassistant.assistant.safety.TriageDecision;

/// A message as it was heard beside the question that waits.
///
/// @param decision the screen's, raised by what was answered; never lower
/// @param next how the questions stand now; empty: as before
public record Heard(TriageDecision decision, Optional<Asked> next) {}
