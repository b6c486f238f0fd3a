package org.healthassistant.knowledge.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.util.FixedBitSet;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.SearchRequest.Retriever;
import org.healthassistant.knowledge.search.Weights.FusionWeights;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// A throw-away collection, ranked by the same analyzers, fusion and weights as a release.
///
/// A document is cut at sentence ends into pieces of at most 384 tokens, the first four of
/// which have vectors; it is as near to a question as its nearest piece.
public final class CorpusIndex implements AutoCloseable {

  private final List<CorpusDocument> documents;
  private final Language language;
  private final Encoders encoders;
  private final LexicalIndex words;
  private final int[] owners;
  private final AnswerVectors english;
  private final AnswerVectors bilingual;
  private final FixedBitSet allDocuments;
  private final FixedBitSet allPieces;
  private final Weights weights = Weights.BUILT_IN;

  private CorpusIndex(
      List<CorpusDocument> documents, Language language, Encoders encoders, CorpusVectors vectors) {
    this.documents = List.copyOf(documents);
    this.language = language;
    this.encoders = encoders;
    this.words = LexicalIndex.open(texts(documents, language), "corpus", null);
    this.owners = vectors.owners();
    this.english = AnswerVectors.ofTexts(vectors.english());
    this.bilingual = AnswerVectors.ofTexts(vectors.bilingual());
    this.allDocuments = all(documents.size());
    this.allPieces = all(owners.length);
  }

  /// Told how far the embedding has come.
  @FunctionalInterface
  public interface Progress {
    /// So many of so many texts are embedded.
    void at(int done, int total);
  }

  /// Indexes documents in memory for every retriever and keeps no vectors.
  public static CorpusIndex build(
      List<CorpusDocument> documents, Language language, Encoders encoders, Progress progress) {
    return build(documents, language, encoders, Retriever.HYBRID, null, progress);
  }

  /// Indexes documents in memory.
  ///
  /// @param language that of documents and questions
  /// @param retriever the one it is to be asked with: for `BM25` nothing is embedded
  /// @param vectorCache a file that keeps the vectors between runs, made when missing or of other
  ///     documents or encoders; null keeps none
  /// @throws IllegalArgumentException if there is no document
  public static CorpusIndex build(
      List<CorpusDocument> documents,
      Language language,
      Encoders encoders,
      Retriever retriever,
      @Nullable Path vectorCache,
      Progress progress) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("a collection needs at least one document");
    }
    return new CorpusIndex(
        documents,
        language,
        encoders,
        retriever == Retriever.BM25
            ? CorpusVectors.NONE
            : CorpusVectors.of(documents, language, encoders, vectorCache, progress));
  }

  /// The best documents for a question, best first; equal ones are ordered by id.
  ///
  /// @param depth the most documents returned, at least 1
  /// @throws IllegalArgumentException if it was built for `BM25` alone and is asked otherwise
  public List<Ranked> rank(String query, Retriever retriever, int depth) {
    if (retriever != Retriever.BM25 && owners.length == 0) {
      throw new IllegalArgumentException(
          "the collection was indexed for BM25 alone; build it for " + retriever);
    }
    FusionWeights shares = weights.fusion(language, language).forRetriever(retriever);
    int deep = Math.max(depth, weights.depth());
    CompletableFuture<float[]> near = vector(query, encoders.english(), shares.english());
    CompletableFuture<float[]> nearBoth = vector(query, encoders.bilingual(), shares.bilingual());
    List<Fusion.Ranking> rankings = new ArrayList<>();
    if (shares.bm25() > 0) {
      LexicalQuestion question = LexicalQuestion.of(query, language, language);
      rankings.add(
          new Fusion.Ranking(words.search(question.anywhere(), allDocuments, deep), shares.bm25()));
    }
    if (shares.english() > 0) {
      rankings.add(new Fusion.Ranking(nearest(english, near.join(), deep), shares.english()));
    }
    if (shares.bilingual() > 0) {
      rankings.add(
          new Fusion.Ranking(nearest(bilingual, nearBoth.join(), deep), shares.bilingual()));
    }
    return Fusion.merge(rankings).stream()
        .map(hit -> new Ranked(documents.get(hit.doc()).id(), hit.score()))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id))
        .limit(depth)
        .toList();
  }

  private static CompletableFuture<float[]> vector(String query, Encoder encoder, double share) {
    return share > 0
        ? encoder.encode(query, Priority.LIVE)
        : CompletableFuture.completedFuture(new float[0]);
  }

  private List<Scored> nearest(AnswerVectors table, float[] question, int depth) {
    Map<Integer, Double> best = new HashMap<>();
    for (Scored piece : table.nearest(question, allPieces, depth * CorpusVectors.MOST_PIECES)) {
      best.merge(owners[piece.doc()], piece.score(), Math::max);
    }
    return best.entrySet().stream()
        .map(entry -> new Scored(entry.getKey(), entry.getValue()))
        .sorted(Scored.BEST_FIRST)
        .limit(depth)
        .toList();
  }

  private static List<IndexedText> texts(List<CorpusDocument> documents, Language language) {
    return documents.stream()
        .map(document ->
            new IndexedText(language, document.title(), List.of(), "", List.of(), document.text()))
        .toList();
  }

  private static FixedBitSet all(int size) {
    FixedBitSet bits = new FixedBitSet(Math.max(1, size));
    bits.set(0, size);
    return bits;
  }

  /// Frees the index; the encoders stay open.
  @Override
  public void close() {
    words.close();
  }
}
