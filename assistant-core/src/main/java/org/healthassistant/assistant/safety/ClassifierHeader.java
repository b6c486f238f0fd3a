package org.healthassistant.assistant.safety;

import java.util.List;

/// What `meaning.json` says of the classifier beside it.
///
/// @param encoder the name of the encoder whose vectors it was trained on
/// @param dimensions the length of those vectors
/// @param trained the day of training
/// @param note what it was trained and measured on
/// @param detectors most urgent first
/// @param categories level and category of each example kept
/// @param sha256 of the file of floats
public record ClassifierHeader(
    String encoder,
    int dimensions,
    String trained,
    String note,
    List<Detector> detectors,
    List<Example> categories,
    String sha256) {

  /// Copies the lists.
  public ClassifierHeader {
    detectors = List.copyOf(detectors);
    categories = List.copyOf(categories);
  }

  /// One regression.
  ///
  /// @param level what it raises to
  /// @param bias added to the weighted sum
  /// @param threshold the score from which it raises
  public record Detector(String level, double bias, double threshold) {}

  /// One training message kept, to name the category of what resembles it.
  ///
  /// @param level its level
  /// @param category its category
  public record Example(String level, String category) {}
}
