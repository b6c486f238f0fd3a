package org.healthassistant.connector.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one source says of one patient.
///
/// @param person who it is about
/// @param entries in the source's order; may be empty
/// @param asOf when the source made or last changed it; null if not told
public record PatientRecord(
    Person person, List<Entry> entries, @Nullable Instant asOf) {
  /// Copies the entries.
  public PatientRecord {
    entries = List.copyOf(entries);
  }

  /// The entries of one kind, in the source's order.
  public <E extends Entry> List<E> entries(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
