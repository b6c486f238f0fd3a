package org.healthassistant.assistant.store;

import java.time.Instant;

/// One kind of scheduled work. Declared as a bean by the room whose work it is; run at least once
/// for every id scheduled through [Tasks], by one instance at a time, on a virtual thread, outside
/// of any transaction.
public interface TaskHandler {

  /// The name it is scheduled under; never changed, since rows carry it.
  String name();

  /// Does the work for one id. An exception means that it failed and is tried again, after a pause
  /// that doubles from one second up to thirty.
  Next run(String id);

  /// What becomes of the row after a run.
  sealed interface Next {

    /// The work is done; the row goes.
    record Done() implements Next {}

    /// To be run again then.
    record Again(Instant at) implements Next {}
  }
}
