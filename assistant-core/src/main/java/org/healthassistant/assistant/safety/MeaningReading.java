package org.healthassistant.assistant.safety;

import java.util.List;

/// What the classifier says of a message.
///
/// @param units every unit of the message, read; empty for a message without words
/// @param context the ids of the earlier messages that it was read behind, oldest first
public record MeaningReading(List<UnitReading> units, List<String> context) {

  /// Copies the lists.
  public MeaningReading {
    units = List.copyOf(units);
    context = List.copyOf(context);
  }

  @Override
  public String toString() {
    return "MeaningReading[" + units.size() + " units, REDACTED]";
  }
}
