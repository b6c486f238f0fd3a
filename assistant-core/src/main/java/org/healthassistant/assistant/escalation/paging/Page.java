package org.healthassistant.assistant.escalation.paging;

import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.RoundId;

/// One page: one person, by one channel, in one step of one round of an escalation.
///
/// @param key what makes it unique; the same at every attempt, so that a receiver can drop
///     repeats
/// @param round the round of the escalation that it belongs to
/// @param step the number of the step in that round, from 1
/// @param attempts how often it was tried, the present attempt included
/// @param error the code of the last failure; empty when there was none
/// @param sentAt when the last attempt began
public record Page(
    String key,
    String escalationId,
    String subjectId,
    int round,
    int step,
    String recipient,
    String channel,
    State state,
    int attempts,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> sentAt) {

  /// Where it is on its way. `SENDING` is marked before an attempt: found again, it means that
  /// the process died in between, and the page goes out once more.
  public enum State {
    /// It waits for its first attempt, or for another.
    PENDING,
    /// An attempt has begun.
    SENDING,
    /// A channel has taken it.
    ACCEPTED,
    /// It was given up, or was not needed any more.
    FAILED;

    boolean ended() {
      return this == ACCEPTED || this == FAILED;
    }
  }

  static Page next(Escalation escalation, int step, String recipient, String channel, Instant now) {
    return new Page(
        RoundId.of(escalation).key() + "/" + step + "/" + recipient + "/" + channel,
        escalation.id(),
        escalation.subjectId(),
        escalation.round(),
        step,
        recipient,
        channel,
        State.PENDING,
        0,
        Optional.empty(),
        now,
        Optional.empty());
  }

  /// Whether it is a page of the escalation's present round.
  boolean isOfPresentRound(Escalation escalation) {
    return round == escalation.round();
  }

  /// For the history: channel, recipient, step.
  String summary() {
    return channel + " " + recipient + " " + step;
  }
}
