package org.healthassistant.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Tells from what was measured how likely an answer answers a question: weights as data
/// (`ranker.yaml`). Where it has none for a language, the passages' calibration counts.
///
/// @param formulas by the tag of the content's language for content in the asker's, `cross` for
///     other content; may be empty
public record Ranker(Map<String, Formula> formulas) {
  /// The ranker that ships with the product.
  public static final Ranker BUILT_IN = DataFile.read(Ranker.class, "ranker.yaml", Ranker.class);

  /// What is left of the probability of an answer that does not speak of the matter of a
  /// question: below every floor, and in the same order.
  private static final double BESIDE_THE_MATTER = 0.3;

  /// Copies the map.
  public Ranker {
    formulas = Map.copyOf(formulas);
  }

  /// One formula: the logistic function of a sum.
  ///
  /// @param about from what it was trained, and how well it does; free words
  /// @param intercept what the sum begins with
  /// @param weights what each feature is taken times; those not named count nothing
  public record Formula(String about, double intercept, Map<Feature, Double> weights) {
    /// Copies the map.
    public Formula {
      weights = Map.copyOf(weights);
    }

    /// The probability, 0 to 1; at most .3 of an answer that does not speak of the matter of the
    /// question ([Feature#OTHER_MATTER]), which no weight makes up for.
    ///
    /// @param features what was measured; a feature that is missing is 0
    public double probability(Map<Feature, Double> features) {
      double sum = intercept;
      for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
        sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
      }
      return heldBack(1 / (1 + Math.exp(-sum)), features);
    }
  }

  /// A probability, or what is left of it where the passage does not speak of the matter of the
  /// question.
  static double heldBack(double probability, Map<Feature, Double> features) {
    return features.getOrDefault(Feature.OTHER_MATTER, 0.0) > 0
        ? BESIDE_THE_MATTER * probability
        : probability;
  }

  /// Reads a ranker.
  ///
  /// @throws UncheckedIOException if the file cannot be read
  /// @throws IllegalArgumentException if it holds no ranker; names the file
  public static Ranker read(Path file) {
    try {
      return new YAMLMapper().readValue(java.nio.file.Files.readString(file), Ranker.class);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(file + " holds no ranker", malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /// The formula for answers in one language to a question in another; empty where there is none.
  public Optional<Formula> formula(Language question, Language content) {
    return Optional.ofNullable(formulas.get(question == content ? content.tag() : "cross"));
  }
}
