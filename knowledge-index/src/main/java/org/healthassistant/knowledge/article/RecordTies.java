package org.healthassistant.knowledge.article;

import java.util.List;

/// What ties an article to a patient's record.
///
/// @param conditions SNOMED CT or ICD-10 codes
/// @param medicines ingredients or classes
/// @param measures LOINC codes
public record RecordTies(List<String> conditions, List<String> medicines, List<String> measures) {
  /// Of an article that is tied to nothing.
  public static final RecordTies NONE = new RecordTies(List.of(), List.of(), List.of());

  /// Copies the lists.
  public RecordTies {
    conditions = List.copyOf(conditions);
    medicines = List.copyOf(medicines);
    measures = List.copyOf(measures);
  }
}
