package org.healthassistant.evaluation.retrieval;

import java.nio.file.Path;
import java.util.List;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.search.CorpusDocument;
import org.healthassistant.knowledge.search.CorpusIndex;
import org.healthassistant.knowledge.search.Ranked;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The product's own ranking: its analyzers, encoders, fusion and weights over a set's documents.
public final class ProductRanking implements Ranking {

  private final Encoders encoders;
  private final CorpusIndex index;
  private final Retriever retriever;

  private ProductRanking(Encoders encoders, CorpusIndex index, Retriever retriever) {
    this.encoders = encoders;
    this.index = index;
    this.retriever = retriever;
  }

  /// Indexes a set. Embedding takes minutes for thousands of documents.
  ///
  /// @param language that of documents and questions
  /// @param vectorCache a file that keeps the vectors between runs; null keeps none
  public static ProductRanking over(
      BeirSet set,
      Language language,
      Retriever retriever,
      @Nullable Path vectorCache,
      CorpusIndex.Progress progress) {
    var documents = set.documents().stream()
        .map(document -> new CorpusDocument(document.id(), document.title(), document.text()))
        .toList();
    var encoders = Encoders.builtIn();
    try {
      var index =
          CorpusIndex.build(documents, language, encoders, retriever, vectorCache, progress);
      return new ProductRanking(encoders, index, retriever);
    } catch (RuntimeException e) {
      encoders.close();
      throw e;
    }
  }

  @Override
  public List<Ranked> rank(String question, int depth) {
    return index.rank(question, retriever, depth);
  }

  @Override
  public void close() {
    index.close();
    encoders.close();
  }
}
