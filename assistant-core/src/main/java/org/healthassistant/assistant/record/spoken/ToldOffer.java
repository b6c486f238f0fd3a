package org.healthassistant.assistant.record.spoken;

import java.util.List;

/// Readings that a patient told, and what became of the question whether to keep them.
///
/// @param messageId the patient's message after which it stands so
/// @param readings what was told; at least one
public record ToldOffer(String messageId, State state, List<ToldReading> readings) {

  /// Copies the list.
  public ToldOffer {
    readings = List.copyOf(readings);
  }

  /// These are all there are.
  public enum State {
    /// The question waits for its answer.
    OFFERED,
    /// They are kept.
    KEPT,
    /// They were kept before, and were not kept twice.
    KNOWN,
    /// The patient did not want it.
    DECLINED,
    /// The patient wants to tell it otherwise.
    CHANGED,
    /// The patient wrote of something else.
    LAPSED,
    /// They were kept and taken out again.
    UNDONE
  }

  /// The same readings as they stand after another message.
  public ToldOffer as(State changed, String message) {
    return new ToldOffer(message, changed, readings);
  }

  @Override
  public String toString() {
    return "ToldOffer[" + messageId + ", " + state + ", [REDACTED]]";
  }
}
