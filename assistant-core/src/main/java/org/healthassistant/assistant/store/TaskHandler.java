package org.healthassistant.assistant.store;

import java.time.Instant;

/// One kind of scheduled work. Declared as a bean by the room whose work it is; run at least
/// once for every id scheduled through [Tasks], by one instance at a time, on a virtual thread,
/// outside of any transaction.
public interface TaskHandler {

  /// The name it is scheduled under; never changed, since rows carry it.
  String name();

  /// Which of two kinds of due work goes first when there is more than can be done: the higher.
  /// What alarms somebody must never wait behind what somebody merely waits for.
  default Urgency urgency() {
    return Urgency.USUAL;
  }

  /// Does the work for one id.
  ///
  /// An exception means that the work failed; it is tried again after a pause that doubles from
  /// one second up to thirty, for as long as it fails.
  Next run(String id);

  /// As [#run(String)], told how often in a row it has failed for this id before. Work that is
  /// given up after so many failures looks at it here.
  default Next run(String id, int failures) {
    return run(id);
  }

  /// How urgent a kind of work is. Rows carry the number, so it is never changed.
  enum Urgency {
    /// Somebody waits for the result, within seconds.
    USUAL(50),
    /// The result is there and only has to leave.
    HIGH(70),
    /// Somebody is alarmed by it. Looked at once more after every start, whatever time its row
    /// gives: the clock may have been set back while nothing ran.
    HIGHEST(90);

    private final int priority;

    Urgency(int priority) {
      this.priority = priority;
    }

    int priority() {
      return priority;
    }
  }

  /// What becomes of the row after a run.
  sealed interface Next {

    /// The work is done; the row goes.
    record Done() implements Next {}

    /// To be run again then.
    record Again(Instant at) implements Next {}
  }
}
