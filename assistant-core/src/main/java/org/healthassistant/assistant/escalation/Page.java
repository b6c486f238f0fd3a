package org.healthassistant.assistant.escalation;

import java.time.Instant;
import java.util.Optional;

/// One page: one person, by one channel, in one step of one round of an escalation.
///
/// @param key what makes it unique; the same at every attempt, so that a receiver can drop
///     repeats
/// @param attempts how often it was tried, the present attempt included
/// @param error the code of the last failure; empty when there was none
/// @param sentAt when the last attempt began
public record Page(
    String key,
    String escalationId,
    String subjectId,
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
        roundPrefix(escalation.id(), escalation.round()) + step + "/" + recipient + "/" + channel,
        escalation.id(),
        escalation.subjectId(),
        step,
        recipient,
        channel,
        State.PENDING,
        0,
        Optional.empty(),
        now,
        Optional.empty());
  }

  /// How the keys of a round begin.
  static String roundPrefix(String escalationId, int round) {
    return escalationId + "/" + round + "/";
  }

  boolean isOfRound(int round) {
    return key.startsWith(roundPrefix(escalationId, round));
  }

  /// For the history: channel, recipient, step.
  String summary() {
    return channel + " " + recipient + " " + step;
  }
}
