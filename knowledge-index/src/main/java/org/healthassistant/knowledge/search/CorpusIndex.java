package org.healthassistant.knowledge.search;

import java.nio.file.Path;
import java.util.List;
import org.healthassistant.knowledge.SearchRequest.Retriever;
import org.healthassistant.knowledge.embed.Encoders;
import org.jspecify.annotations.Nullable;

/// A throw-away collection, ranked by the same analyzers, fusion and weights as a release.
public final class CorpusIndex implements AutoCloseable {
  private CorpusIndex() {}

  /// Told how far the embedding has come.
  @FunctionalInterface
  public interface Progress {
    /// So many of so many documents are embedded.
    void at(int done, int total);
  }

  /// Indexes documents in memory.
  ///
  /// @param language `en` or `es`: the language of documents and questions
  /// @param vectorCache a file that keeps the vectors between runs, made when missing or of other
  ///     documents or encoders; null keeps none
  public static CorpusIndex build(
      List<CorpusDocument> documents,
      String language,
      Encoders encoders,
      @Nullable Path vectorCache,
      Progress progress) {
    throw new UnsupportedOperationException();
  }

  /// The best documents for a question, best first; equal ones are ordered by id.
  ///
  /// @param depth the most documents returned, at least 1
  public List<Ranked> rank(String query, Retriever retriever, int depth) {
    throw new UnsupportedOperationException();
  }

  /// Frees the index.
  @Override
  public void close() {}
}
