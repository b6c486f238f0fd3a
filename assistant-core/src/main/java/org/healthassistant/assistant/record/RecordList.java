package org.healthassistant.assistant.record;

import java.util.List;

/// What is current in a part of the record.
///
/// @param facts a fact an entry; empty where the record says nothing, which is not the same as
///     "there is none"
/// @param incomplete whether something of the part could not be read or was left out by the
///     source
/// @param remarks sentences to be said after the facts: that the part is incomplete, and of what
///     day the copy is where it is old; may be empty
public record RecordList(List<RecordFact> facts, boolean incomplete, List<String> remarks) {

  /// Copies the lists.
  public RecordList {
    facts = List.copyOf(facts);
    remarks = List.copyOf(remarks);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
