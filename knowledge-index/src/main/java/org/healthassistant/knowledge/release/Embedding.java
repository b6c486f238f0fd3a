package org.healthassistant.knowledge.release;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Priority;

/// The texts of a release that one encoder embeds: each different text once, and none that the
/// last release at the same place has the vector of.
final class Embedding {
  private static final int UNDER_WAY = 64;

  private final Encoder encoder;
  private final Priority priority;
  private final Map<String, float[]> vectors = new HashMap<>();
  private final Set<String> wanted = new LinkedHashSet<>();

  /// Is told of each text that is embedded.
  @FunctionalInterface
  interface Done {
    void one();
  }

  Embedding(Encoder encoder, Priority priority) {
    this.encoder = encoder;
    this.priority = priority;
  }

  /// Keeps the vector that a text had before.
  void known(String text, float[] vector) {
    if (vector.length == encoder.dimensions()) {
      vectors.put(text, vector);
    }
  }

  void want(String text) {
    if (!vectors.containsKey(text)) {
      wanted.add(text);
    }
  }

  /// How many texts are still to be embedded.
  int missing() {
    return wanted.size();
  }

  /// Embeds what is missing, one text a run: a quantised model changes a vector by its neighbours
  /// in a batch, and equal texts are to have equal vectors.
  void embed(Done done) {
    ArrayDeque<String> texts = new ArrayDeque<>();
    ArrayDeque<CompletableFuture<float[]>> underWay = new ArrayDeque<>();
    for (String text : wanted) {
      texts.add(text);
      underWay.add(encoder.encode(text, priority));
      if (underWay.size() >= UNDER_WAY) {
        vectors.put(texts.remove(), underWay.remove().join());
        done.one();
      }
    }
    while (!underWay.isEmpty()) {
      vectors.put(texts.remove(), underWay.remove().join());
      done.one();
    }
    wanted.clear();
  }

  /// The vectors of texts that were wanted, in their order.
  List<float[]> vectors(List<String> texts) {
    return texts.stream().map(text -> vectors.getOrDefault(text, new float[0])).toList();
  }
}
