package org.healthassistant.assistant.record.server;

import java.util.Optional;
import org.healthassistant.connector.record.PatientRecord;

/// The sealed copies, as readings of a server are laid onto them.
public interface Copies {

  /// The copy of a subject's record; empty when there is none or the subject was erased.
  Optional<PatientRecord> find(String subjectId);

  /// Keeps a record in place of the copy; durable before it returns.
  ///
  /// @return whether there is a copy now: false for a subject that was erased
  boolean keep(PatientRecord record);
}
