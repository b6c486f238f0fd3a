package org.healthassistant.assistant.conversation;

import java.time.Instant;
import org.healthassistant.knowledge.text.Language;

/// What was replied to a message.
///
/// @param id its own id; the message the patient reads has the same
/// @param messageId the message replied to
/// @param purpose with the message what makes it unique
/// @param spoken whether the patient reads anything; a silent reply has no message
/// @param turn the Turn as shown, JSON: sentences, citations, triage, disclosures; empty where it
///     cannot be opened any more
public record Reply(
    String id,
    String messageId,
    Purpose purpose,
    boolean spoken,
    String action,
    String mode,
    Language language,
    String releaseId,
    String rulePackId,
    String turn,
    Instant at) {

  /// Why it was made.
  public enum Purpose {
    /// The reply to the message.
    ANSWER,
    /// Wording for a level that rose after the reply.
    RAISE
  }

  @Override
  public String toString() {
    return "Reply[" + id + ", " + action + ", [REDACTED]]";
  }
}
