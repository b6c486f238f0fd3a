package org.healthassistant.assistant.record;

import java.util.List;
import java.util.Optional;
import org.healthassistant.connector.record.PartialDate;

/// One part of the record as the patient sees it.
///
/// @param id names the part in every language: `conditions`, `medicines`, `allergies`, `labs`,
///     `vitals`, `appointments`, `other-results`, `immunizations`, `procedures`
/// @param title its heading in the language asked for
/// @param status whether there is something to show, and if not, why
/// @param entries newest first; empty unless the status is [Status#OK] or [Status#INCOMPLETE]
public record RecordSection(String id, String title, Status status, List<Entry> entries) {

  /// Copies the entries.
  public RecordSection {
    entries = List.copyOf(entries);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /// Whether there is something to show.
  public enum Status {
    /// There are entries.
    OK("ok"),
    /// The record was read and says nothing on this. That is not the same as "there is none".
    NONE_RECORDED("none-recorded"),
    /// Something of the part could not be read, or was left out by the source; there may be
    /// entries, and there may be more than these.
    INCOMPLETE("incomplete"),
    /// There is no copy of the record.
    NOT_AVAILABLE("not-available"),
    /// The patient does not consent to its use.
    NOT_SHARED("not-shared");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /// The word of the API.
    public String code() {
      return code;
    }
  }

  /// One line of the part.
  ///
  /// @param text what is recorded, in one line
  /// @param date when it is about, as precise as the source tells; empty where it does not
  /// @param source the item it rests on, such as `Observation/a1c-3`
  /// @param loinc the code under which a trend can be asked for; empty for what is not measured
  /// @param past whether it is over: a condition that ended, a medicine that was stopped
  public record Entry(
      String text,
      Optional<PartialDate> date,
      String source,
      Optional<String> loinc,
      boolean past) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
