package org.healthassistant.assistant.escalation.history;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// What happened to one escalation, in times and codes.
///
/// @param level the highest it ever had
/// @param promisedBy by when the patient was first told to expect an answer; the earlier of
///     several where it was raised before contact was made
/// @param paged when a channel first accepted a page; empty: none did
/// @param acknowledged when a person first took it
/// @param contacted when the patient was first reached, or first saw a reply
/// @param right whether the alert was right, in the judgement of who resolved it; empty: not said
/// @param messageId the message that set its level
/// @param loweredTo the level a clinician last lowered it to; empty: none did
public record EscalationTimes(
    String id,
    String subjectId,
    String conversationId,
    String messageId,
    Level level,
    Instant created,
    Instant promisedBy,
    Optional<Instant> paged,
    Optional<Instant> acknowledged,
    Optional<Instant> contacted,
    Optional<Instant> resolved,
    Optional<String> outcome,
    Optional<Boolean> right,
    Optional<Level> loweredTo) {

  /// Whether the answer came too late, or has not come though it is late. What was late once
  /// stays missed, however well it was answered after.
  public boolean missed(Instant now) {
    return contacted.or(() -> resolved).orElse(now).isAfter(promisedBy);
  }

  /// Whether nobody has resolved it yet.
  public boolean open() {
    return resolved.isEmpty();
  }
}
