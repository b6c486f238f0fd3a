package org.healthassistant.assistant.turn.hearing;

import java.util.Optional;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.turn.asking.Asked;

/// A message as it was heard, before it is stored.
///
/// @param decision the screen's, raised by what the message answers or tells; never lower
/// @param asked how our questions stand now; empty: as before
/// @param told how the question stands whether to keep a reading; empty: as before
public record HeardMessage(
    TriageDecision decision, Optional<Asked> asked, Optional<ToldOffer> told) {}
