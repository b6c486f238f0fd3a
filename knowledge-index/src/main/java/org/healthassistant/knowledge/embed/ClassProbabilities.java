package org.healthassistant.knowledge.embed;

import java.util.List;

/// What a classifier says of one text.
///
/// @param level the probability of each level, in the order of [TextClassifier#levels]; they sum
///     to 1
/// @param category the probability of each category, in the order of
///     [TextClassifier#categories]; they sum to 1
public record ClassProbabilities(List<Float> level, List<Float> category) {

  /// Copies the lists.
  public ClassProbabilities {
    level = List.copyOf(level);
    category = List.copyOf(category);
  }
}
