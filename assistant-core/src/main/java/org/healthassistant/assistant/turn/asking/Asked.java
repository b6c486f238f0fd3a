package org.healthassistant.assistant.turn.asking;

import org.healthassistant.assistant.protocol.Progress;

/// How the questions of a conversation stand after a message of the patient.
///
/// @param messageId that message
/// @param aboutId the message that the questions are about: what is answered in the end
/// @param again whether the open question is the same as before, not having been understood
public record Asked(
    String messageId, String aboutId, Progress progress, State state, boolean again) {

  /// These are all there are.
  public enum State {
    /// A question waits for its answer.
    OPEN,
    /// It was not answered in time and went up; an answer is still understood.
    LATE,
    /// All is answered.
    DONE,
    /// The patient wanted no more questions.
    LEFT,
    /// Something more urgent came up.
    ENDED
  }

  /// Whether a question waits for its answer.
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// Whether the questions came to their end by the patient's message, which is then told so.
  public boolean isConcluded() {
    return state == State.DONE || state == State.LEFT;
  }

  Asked as(State changed) {
    return new Asked(messageId, aboutId, progress, changed, again);
  }

  Asked endedBy(String message) {
    return new Asked(message, aboutId, progress, State.ENDED, false);
  }
}
