package org.healthassistant.assistant.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.healthassistant.knowledge.embed.ClassProbabilities;
import org.healthassistant.knowledge.embed.ClassifierFiles;
import org.healthassistant.knowledge.embed.ClassifierPair;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.TextClassifier;

/// The two models that read how urgent a text is and what it is about: a quick one reads every
/// text, a thorough one those that are whole messages, of which the mean of both is taken. Safe
/// from any thread.
public class MeaningClassifier {

  /// A message of which the first model says this is an emergency whatever the second would say:
  /// the threshold of `join.yaml` for whole messages is not above it.
  static final double CERTAIN = 0.95;

  private static final String EMERGENCY = "EMERGENCY";

  private final ClassifierPair models;

  MeaningClassifier(ClassifierPair models) {
    this.models = models;
  }

  /// The classifier that ships with the product, opened at once.
  ///
  /// @param encoders whose pool it shares, and with which it is closed
  /// @throws IllegalArgumentException if its files are missing, damaged, or not those that its
  ///     model cards describe
  public static MeaningClassifier builtIn(Encoders encoders) {
    return of(
        encoders,
        ClassifierFiles.resources(MeaningClassifier.class, "/safety/meaning"),
        ClassifierFiles.resources(MeaningClassifier.class, "/safety/meaning/second"));
  }

  /// A classifier of other files.
  ///
  /// @throws IllegalArgumentException as by [#builtIn]
  public static MeaningClassifier of(
      Encoders encoders, ClassifierFiles first, ClassifierFiles second) {
    return new MeaningClassifier(ClassifierPair.open(encoders, first, second));
  }

  /// The models' names and the beginnings of their files' hashes.
  public String name() {
    return models.first().name() + "+" + models.second().name();
  }

  /// Reads texts, before all other work of the encoders.
  ///
  /// @param texts in their canonical form
  /// @param whole those of them that are whole messages
  /// @return one reading for each, in order; fails when too many texts wait, or one of the models
  ///     does
  public CompletableFuture<List<TextReading>> read(List<String> texts, Set<String> whole) {
    List<String> all = List.copyOf(texts);
    List<String> again = all.stream().filter(whole::contains).distinct().toList();
    return readings(models.first(), all)
        .thenCompose(first -> again.isEmpty() || isCertain(all, first, whole)
            ? CompletableFuture.completedFuture(first)
            : readings(models.second(), again)
                .thenApply(second -> joined(all, first, again, second)));
  }

  private static boolean isCertain(
      List<String> texts, List<TextReading> readings, Set<String> whole) {
    return IntStream.range(0, texts.size())
        .filter(at -> whole.contains(texts.get(at)))
        .anyMatch(at -> readings.get(at).levels().getOrDefault(EMERGENCY, 0.0) >= CERTAIN);
  }

  private List<TextReading> joined(
      List<String> all, List<TextReading> first, List<String> again, List<TextReading> second) {
    List<TextReading> joined = new ArrayList<>(first);
    for (int at = 0; at < all.size(); at++) {
      int also = again.indexOf(all.get(at));
      if (also >= 0) {
        joined.set(at, first.get(at).with(second.get(also), models.share()));
      }
    }
    return List.copyOf(joined);
  }

  private static CompletableFuture<List<TextReading>> readings(
      TextClassifier model, List<String> texts) {
    return model
        .classify(texts)
        .thenApply(
            answers -> answers.stream().map(answer -> reading(model, answer)).toList());
  }

  private static TextReading reading(TextClassifier model, ClassProbabilities answer) {
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
