package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What became of a message that came in.
public sealed interface Accepted {

  /// Stored; nothing of it can be lost any more.
  ///
  /// @param repeat whether it had been stored before by the same id, and nothing was done now
  /// @param triage for the client, at once
  /// @param fixed the safety sentences known already, which come first in the reply
  /// @param done the reply, where it is there already
  record Stored(
      String messageId,
      String conversationId,
      boolean repeat,
      Turn.Triage triage,
      List<Turn.Sentence> fixed,
      Optional<Turn> done)
      implements Accepted {}

  /// Not stored, and the sender is told why. Screened all the same: nothing at `SAME_DAY` or
  /// above is ever refused, but for texts beyond [Corridor#UNREADABLE_BYTES], which are not read
  /// at all.
  ///
  /// @param retryAfter when it may be tried again; for [Reason#TOO_FAST] only
  record Refused(Reason reason, Optional<Duration> retryAfter) implements Accepted {}

  /// A note that was screened and needs nobody: nothing of it is stored here.
  record Heard() implements Accepted {}

  /// The same id was used before for another text.
  record OtherText(String messageId) implements Accepted {}

  /// Not looked at: more messages are on their way than can be. The sender hears no success and
  /// sends it again.
  record Busy(Duration retryAfter) implements Accepted {}

  /// No such conversation for this caller.
  record NoConversation() implements Accepted {}

  /// Why a message is refused.
  enum Reason {
    TOO_LONG,
    TOO_FAST,
    NO_CONSENT,
    EMPTY
  }
}
