package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;

/// A concern about one subject, from the message that raised it to its resolving.
///
/// @param conversationId where the message that set its level was written
/// @param messageId the message that set its level
/// @param formerId the resolved escalation before it, if any
/// @param categories what it is about, most urgent first
/// @param humanRequested whether the patient asked for a person
/// @param levelAt when the level was last set, by a message or by a clinician; the page steps
///     count from here
/// @param replyBy by when the patient was told to expect an answer
/// @param round how often the steps were started anew
public record Escalation(
    String id,
    String subjectId,
    String conversationId,
    String messageId,
    Optional<String> formerId,
    Level level,
    List<String> categories,
    State state,
    boolean humanRequested,
    Instant createdAt,
    Instant levelAt,
    Instant replyBy,
    Optional<String> assignee,
    Optional<String> acknowledgedBy,
    Optional<Instant> acknowledgedAt,
    Optional<Instant> contactedAt,
    Optional<Instant> resolvedAt,
    Optional<String> outcome,
    Optional<Boolean> alertRight,
    int round,
    Instant changedAt) {

  /// Whether pages of it are still to go out: it is urgent, and nobody has taken it.
  public boolean wantsPages() {
    boolean unclaimed = switch (state) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED, RESOLVED -> false;
    };
    return unclaimed && level.atLeast(Level.SAME_DAY);
  }

  /// Whether a step of it is still to come: a page, or the end of an acknowledgement that no
  /// contact followed.
  public boolean hasStepToCome() {
    boolean expires =
        state == State.ACKNOWLEDGED && contactedAt.isEmpty() && level.atLeast(Level.SAME_DAY);
    return expires || wantsPages();
  }

  /// Where it stands.
  public enum State {
    /// Nobody was reached yet.
    OPEN,
    /// A channel has accepted a page.
    NOTIFIED,
    /// A person has taken it.
    ACKNOWLEDGED,
    /// A person has closed it.
    RESOLVED
  }
}
