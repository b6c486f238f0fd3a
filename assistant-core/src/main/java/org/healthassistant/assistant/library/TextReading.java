package org.healthassistant.assistant.library;

import java.util.Map;

/// What the classifier of meaning says of one text.
///
/// @param levels the probability of each level by its name; they sum to 1
/// @param categories the probability of each category; they sum to 1
public record TextReading(Map<String, Double> levels, Map<String, Double> categories) {

  /// Copies the maps.
  public TextReading {
    levels = Map.copyOf(levels);
    categories = Map.copyOf(categories);
  }
}
