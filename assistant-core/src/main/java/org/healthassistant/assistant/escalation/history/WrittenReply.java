package org.healthassistant.assistant.escalation.history;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// A message that a person of the care team wrote to the patient of an open escalation.
///
/// @param level the escalation's, now
/// @param contactedAt when contact was made since the present concern; empty: not yet
public record WrittenReply(
    String escalationId, Level level, String messageId, Optional<Instant> contactedAt) {}
