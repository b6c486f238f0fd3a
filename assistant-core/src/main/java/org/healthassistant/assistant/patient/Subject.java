package org.healthassistant.assistant.patient;

import java.time.Instant;
import java.util.Optional;

/// Whom we talk to: a patient, or a phone number that is not yet one.
///
/// @param id our own id, UUIDv7
/// @param patientId the id in the record; empty for a number that is not linked to a patient
/// @param keyId the key that seals what is kept about this subject
public record Subject(String id, Optional<String> patientId, String keyId, Instant createdAt) {

  /// Whether this is a patient, whose record may be used where consent allows.
  public boolean isPatient() {
    return patientId.isPresent();
  }
}
