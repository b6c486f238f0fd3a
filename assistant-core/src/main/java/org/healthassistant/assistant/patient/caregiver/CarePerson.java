package org.healthassistant.assistant.patient.caregiver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person related to a patient, as the record has them.
///
/// @param id in the record
/// @param name for people
/// @param codes what they are to the patient, such as `MTH`; may be empty
/// @param relationship the same in the source's words; null if not told
public record CarePerson(
    String id, String name, List<String> codes, @Nullable String relationship) {

  /// Copies the codes.
  public CarePerson {
    codes = List.copyOf(codes);
  }

  @Override
  public String toString() {
    return "CarePerson[REDACTED]";
  }
}
