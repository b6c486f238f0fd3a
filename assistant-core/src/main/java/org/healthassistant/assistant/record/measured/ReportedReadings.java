package org.healthassistant.assistant.record.measured;

import java.util.List;
import org.healthassistant.assistant.patient.Subject;

/// Hears of the readings that patients told and agreed to keep, so that they can be written
/// elsewhere too.
public interface ReportedReadings {

  /// Readings were kept, in the transaction that keeps them, which holds the subject's lock.
  ///
  /// @param readings those that were not kept before; not empty
  void kept(Subject subject, List<NewReading> readings);

  /// Readings were taken out again because the patient asked for it, likewise.
  void takenOut(Subject subject, List<NewReading> readings);
}
