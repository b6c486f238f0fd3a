package org.healthassistant.assistant.safety;

import java.util.Map;

/// What the classifier says of one unit.
///
/// @param levels the probability of each level by its name; they sum to 1
/// @param categories the probability of each category; they sum to 1
public record UnitReading(
    ReadingUnit unit, Map<String, Double> levels, Map<String, Double> categories) {

  /// Copies the maps.
  public UnitReading {
    levels = Map.copyOf(levels);
    categories = Map.copyOf(categories);
  }
}
