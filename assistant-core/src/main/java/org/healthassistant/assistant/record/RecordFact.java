package org.healthassistant.assistant.record;

import java.time.LocalDate;
import java.util.Optional;

/// One thing the record says, ready to be told and cited.
///
/// @param text a whole sentence to the patient, in the language asked for
/// @param resource the item it rests on, such as `Observation/a1c-3`
/// @param label what the item is called, such as `Hemoglobin A1c`
/// @param date the day it is about; empty where the source gives none
/// @param snippet the value as recorded, such as `7.9 %`
/// @param loinc the code under which a trend can be asked for; empty for what is not measured
public record RecordFact(
    String text,
    String resource,
    String label,
    Optional<LocalDate> date,
    String snippet,
    Optional<String> loinc) {

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
