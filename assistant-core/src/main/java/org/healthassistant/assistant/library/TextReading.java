package org.healthassistant.assistant.library;

import java.util.HashMap;
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

  /// The mean of this reading and another's of the same text.
  ///
  /// @param share the other's part in it, 0 to 1
  TextReading with(TextReading other, double share) {
    return new TextReading(
        mean(levels, other.levels, share), mean(categories, other.categories, share));
  }

  private static Map<String, Double> mean(
      Map<String, Double> ours, Map<String, Double> theirs, double share) {
    Map<String, Double> mean = new HashMap<>();
    ours.forEach((label, value) ->
        mean.put(label, value + share * (theirs.getOrDefault(label, 0.0) - value)));
    return mean;
  }
}
