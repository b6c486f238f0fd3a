package org.healthassistant.assistant.record.measured;

import java.util.List;
import org.healthassistant.assistant.patient.Subject;

/// Looks at readings when they come, whatever brought them.
public interface NewReadings {

  /// New readings of a subject, in the transaction that keeps them, which holds the subject's
  /// lock: what follows from them is kept with them, or neither is.
  ///
  /// @param readings those of the last days, oldest first; not empty
  void taken(Subject subject, List<NewReading> readings);
}
