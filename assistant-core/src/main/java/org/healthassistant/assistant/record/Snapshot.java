package org.healthassistant.assistant.record;

import org.healthassistant.connector.record.PatientRecord;

/// A record as kept, with the hash of its content by which a change is seen.
///
/// @param contentHash keyed, so that it tells nothing by itself
record Snapshot(PatientRecord record, String contentHash) {

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
