package org.healthassistant.assistant.record;

import java.util.List;
import org.springframework.stereotype.Component;

/// Takes the records of the configured source into the sealed local copy.
@Component
public class RecordImport {

  RecordImport() {}

  /// Reads the source and keeps what changed. A patient who is no longer in the source stays. What
  /// could not be read is logged with its file and place, never with a value.
  public void run() {
    throw new UnsupportedOperationException();
  }

  /// The patients of the source, in its order, as of the last [#run]; empty before.
  public List<PatientSummary> patients() {
    throw new UnsupportedOperationException();
  }

  /// Who a patient of the source is.
  ///
  /// @param id in the record
  /// @param name for people
  /// @param subjectId our own id
  public record PatientSummary(String id, String name, String subjectId) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
