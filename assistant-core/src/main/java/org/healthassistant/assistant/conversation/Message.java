package org.healthassistant.assistant.conversation;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.safety.TriageDecision;

/// One message of a conversation, opened.
///
/// @param seq its place in the conversation, from 1; never changes
/// @param text what was written; where it cannot be opened, [Sealing#UNREADABLE]
/// @param authorId the provider's id, for messages of providers
/// @param onBehalfOf the patient it concerns, when somebody else wrote it
/// @param decision what the screen decided; messages of patients only
/// @param planned how it is to be answered; messages of patients only
/// @param lateVectors whether its meaning is still to be read
/// @param at when it was stored
/// @param writtenAt when it was written, as far as known: when its gateway took it, if that was
///     earlier, else when it was stored
/// @param seenAt when the reader saw it, as far as known
/// @param delivery where its text is on the way to a phone; by SMS only
public record Message(
    String id,
    String conversationId,
    String subjectId,
    long seq,
    Channel channel,
    Author author,
    Optional<String> authorId,
    Optional<String> onBehalfOf,
    String text,
    Optional<TriageDecision> decision,
    Optional<PlannedReply> planned,
    boolean lateVectors,
    Instant at,
    Instant writtenAt,
    Optional<Instant> seenAt,
    Optional<String> delivery) {

  /// How a patient's message is to be answered, decided in the transaction that stored it.
  public enum PlannedReply {
    /// Later, by whatever holds then: mostly vetted content, with safety sentences first where
    /// the level asks for them.
    ANSWER,
    /// By fixed wording, stored with the message: an emergency's, or a keyword's.
    FIXED,
    /// By no answer, stored with the message: a person has the conversation, or the number has
    /// opted out.
    SILENT
  }

  /// Whether its text and its decision could be opened. What could not counts as not read: it
  /// tells nothing, and a person is to see it.
  public boolean isReadable() {
    return !text.equals(Sealing.UNREADABLE)
        && decision.filter(TriageDecision::isLost).isEmpty();
  }

  @Override
  public String toString() {
    return "Message[" + id + ", " + author.code() + ", [REDACTED]]";
  }
}
