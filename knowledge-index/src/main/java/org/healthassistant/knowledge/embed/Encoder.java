package org.healthassistant.knowledge.embed;

import java.util.concurrent.CompletableFuture;

/// Turns a text into a vector of unit length. A question and a passage are encoded alike.
public interface Encoder {
  /// The model's name and a hash of its file.
  String name();

  /// The length of its vectors.
  int dimensions();

  /// How many tokens it reads, special ones included. What is longer is cut off there: cut
  /// before.
  int maxTokens();

  /// How many tokens a text has, special ones included, before any cut.
  int tokens(String text);

  /// The vector of a text, taken by the pool.
  ///
  /// @return completes with a fresh array of unit length; all zeros for a blank text. Fails at
  ///     once with `RejectedExecutionException` when more than a thousand live texts wait
  ///     already
  CompletableFuture<float[]> encode(String text, Priority priority);
}
