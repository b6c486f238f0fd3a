package org.healthassistant.knowledge.embed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `model-card.json` says of how a classifier is used; it says more, which is for people.
///
/// @param name the model's name
/// @param input how a text is given to it
/// @param outputs the labels of each output, in order
/// @param share the part of its answers in the mean with another classifier's; absent where it
///     reads alone
/// @param beside the SHA-256 of that other classifier's model, for which the share was chosen
/// @param written the SHA-256 of each file beside it, in hexadecimal digits
@JsonIgnoreProperties(ignoreUnknown = true)
record ClassifierCard(
    @Nullable String name,
    @Nullable Input input,
    @Nullable Map<String, List<String>> outputs,
    @Nullable Double share,
    @Nullable String beside,
    @Nullable Map<String, String> written) {

  static final String LEVELS = "level_probabilities";
  static final String CATEGORIES = "category_probabilities";

  /// @param prefix what is put before every text; none when absent
  /// @param pad the id that fills a batch up
  /// @param limit how many ids of a text are read
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Input(@Nullable String prefix, int pad, int limit) {
    String prefixOrEmpty() {
      return prefix == null ? "" : prefix;
    }
  }

  /// The labels of an output.
  ///
  /// @throws IllegalArgumentException if it has none
  List<String> labels(String output) {
    List<String> labels = outputs == null ? null : outputs.get(output);
    if (labels == null || labels.isEmpty()) {
      throw new IllegalArgumentException("the model card names no labels for " + output);
    }
    return List.copyOf(labels);
  }

  /// The part of its answers in a mean.
  ///
  /// @throws IllegalArgumentException if the card does not say, or no number from 0 to 1
  double shareOfMean() {
    if (share == null || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the model card lacks a 'share' from 0 to 1, has " + share);
    }
    return share;
  }

  /// How a text is given to the model.
  ///
  /// @throws IllegalArgumentException if the card does not say
  Input reading() {
    if (input == null || input.limit() < 8) {
      throw new IllegalArgumentException("the model card lacks 'input' with a limit of 8 or more");
    }
    return input;
  }
}
