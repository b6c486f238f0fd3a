package org.healthassistant.assistant.record.told;

import java.util.List;

/// What a record says to a question.
///
/// @param status whether it could be looked into
/// @param lines sentences in the order in which they are said; none where the record is closed
public record Reply(Status status, List<Told> lines) {

  /// Copies the lines.
  public Reply {
    lines = List.copyOf(lines);
  }

  /// A reply of sentences.
  static Reply of(List<Told> lines) {
    return new Reply(Status.TOLD, lines);
  }

  /// That nothing can be told.
  public static Reply closed(Status status) {
    return new Reply(status, List.of());
  }

  /// Whether the record could be looked into.
  public enum Status {
    /// It was.
    TOLD,
    /// The patient does not consent to its use.
    NOT_SHARED,
    /// There is no copy.
    NOT_AVAILABLE
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
