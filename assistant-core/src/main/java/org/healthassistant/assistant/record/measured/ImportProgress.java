package org.healthassistant.assistant.record.measured;

/// How far an import is.
///
/// @param records how many records were read so far
/// @param imported how many readings were new so far
public record ImportProgress(State state, long records, long imported) {

  /// These are all there are.
  public enum State {
    /// None was begun since this process started.
    NONE,
    /// It is being read.
    READING,
    /// The last one was read to its end.
    DONE,
    /// The last one broke off; what came before is kept, the same file can be sent again.
    BROKEN
  }

  /// Before the first.
  static final ImportProgress NOTHING = new ImportProgress(State.NONE, 0, 0);
}
