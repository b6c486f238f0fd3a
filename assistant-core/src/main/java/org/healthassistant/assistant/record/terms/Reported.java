package org.healthassistant.assistant.record.terms;

import org.healthassistant.connector.record.Entry;

/// Knows the readings that patients told us in words, by the names of their entries.
public final class Reported {

  /// With this the source of such an entry begins.
  public static final String PREFIX = "Observation/told-";

  private Reported() {}

  /// Whether an entry is a reading that the patient told.
  public static boolean isIt(Entry entry) {
    return entry.source().startsWith(PREFIX);
  }
}
