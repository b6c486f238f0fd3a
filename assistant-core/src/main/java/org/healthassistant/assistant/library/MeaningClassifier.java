package org.healthassistant.assistant.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.knowledge.embed.ClassProbabilities;
import org.healthassistant.knowledge.embed.ClassifierFiles;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.TextClassifier;

/// The model that reads how urgent a text is and what it is about. Safe from any thread.
public class MeaningClassifier {

  private final TextClassifier model;

  MeaningClassifier(TextClassifier model) {
    this.model = model;
  }

  /// The classifier that ships with the product, opened at once.
  ///
  /// @param encoders whose pool it shares, and with which it is closed
  /// @throws IllegalArgumentException if its files are missing, damaged, or not those that its
  ///     model card describes
  public static MeaningClassifier builtIn(Encoders encoders) {
    return of(encoders, ClassifierFiles.resources(MeaningClassifier.class, "/safety/meaning"));
  }

  /// A classifier of other files.
  ///
  /// @throws IllegalArgumentException as by [#builtIn]
  public static MeaningClassifier of(Encoders encoders, ClassifierFiles files) {
    return new MeaningClassifier(encoders.open(files));
  }

  /// The model's name and the beginning of its file's hash.
  public String name() {
    return model.name();
  }

  /// Reads texts, before all other work of the encoders.
  ///
  /// @param texts in their canonical form
  /// @return one reading for each, in order; fails when too many texts wait
  public CompletableFuture<List<TextReading>> read(List<String> texts) {
    return model
        .classify(texts)
        .thenApply(answers -> answers.stream().map(this::reading).toList());
  }

  private TextReading reading(ClassProbabilities answer) {
    return new TextReading(
        named(model.levels(), answer.level()), named(model.categories(), answer.category()));
  }

  private static Map<String, Double> named(List<String> labels, List<Float> values) {
    Map<String, Double> named = HashMap.newHashMap(labels.size());
    for (int at = 0; at < labels.size(); at++) {
      named.put(labels.get(at), values.get(at).doubleValue());
    }
    return named;
  }
}
