package org.healthassistant.assistant.record.told;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;

/// A sentence that tells something of a record.
///
/// @param text a whole sentence to the patient
/// @param sources the entries it rests on; empty for a sentence that says nothing of one
/// @param chart the LOINC code of a trend that belongs to it; empty where none does
public record Told(String text, List<Entry> sources, Optional<String> chart) {

  /// Copies the entries.
  public Told {
    sources = List.copyOf(sources);
  }

  /// A sentence that rests on entries.
  static Told of(String text, Entry... sources) {
    return new Told(text, List.of(sources), Optional.empty());
  }

  /// A sentence of which a plot can be shown.
  static Told charted(String text, Optional<String> loinc, List<? extends Entry> sources) {
    return new Told(text, List.copyOf(sources), loinc);
  }

  /// The value of an entry as recorded, or its name.
  public static String snippet(Entry entry) {
    return entry instanceof Measurement reading ? ValueText.of(reading) : entry.label();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
