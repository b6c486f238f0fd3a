package org.healthassistant.knowledge.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.lucene.util.FixedBitSet;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.Explanation;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.search.Weights.FusionWeights;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Ranks the passages of a release for a question: words beside vectors, fused, with a
/// calibrated score. It searches among the passages it is given and decides nothing about what
/// may be shown.
public final class PassageSearch implements AutoCloseable {
  /// The calibrated score from which a hit is good enough.
  public static final double FLOOR = 0.5;

  private static final int LOOKED_PAST = 10;

  private final List<Passage> passages;
  private final LexicalIndex words;
  private final VectorTable english;
  private final VectorTable bilingual;
  private final Encoders encoders;
  private final Weights weights = Weights.BUILT_IN;
  private final Comparator<Scored> bestFirst;

  private PassageSearch(Release release, Encoders encoders, @Nullable Path place) {
    this.passages = release.passages();
    this.words =
        LexicalIndex.open(passages.stream().map(IndexedText::of).toList(), release.id(), place);
    this.english = new VectorTable(release.vectors().english());
    this.bilingual = new VectorTable(List.copyOf(release.vectors().bilingual()));
    this.encoders = encoders;
    this.bestFirst = Comparator.comparingDouble(Scored::score)
        .reversed()
        .thenComparing(hit -> passages.get(hit.doc()).id());
  }

  /// A search over a release.
  ///
  /// @param place where the derived index is kept; null keeps it in memory
  public static PassageSearch open(Release release, Encoders encoders, @Nullable Path place) {
    return new PassageSearch(release, encoders, place);
  }

  /// The best of some passages, those in the asker's language first; equal ones are ordered by
  /// id.
  ///
  /// @param among the passages' numbers, one bit each
  public List<SearchHit> search(SearchRequest request, java.util.BitSet among) {
    if (request.text().isBlank() || among.isEmpty()) {
      return List.of();
    }
    return new Asked(request, among).hits();
  }

  @Override
  public void close() {
    words.close();
  }

  /// One question on its way.
  private final class Asked {
    private final SearchRequest request;
    private final java.util.BitSet among;
    private final Language own;
    private final boolean readsEnglish;
    private final CompletableFuture<float[]> englishVector;
    private final CompletableFuture<float[]> bilingualVector;

    Asked(SearchRequest request, java.util.BitSet among) {
      this.request = request;
      this.among = among;
      this.own = request.language();
      this.readsEnglish = own == Language.ENGLISH;
      this.englishVector = vector(true);
      this.bilingualVector = vector(false);
    }

    private CompletableFuture<float[]> vector(boolean ofEnglish) {
      if (ofEnglish && !readsEnglish) {
        return CompletableFuture.completedFuture(new float[0]);
      }
      if (request.vectors().isPresent()) {
        QuestionVectors taken = request.vectors().get();
        return CompletableFuture.completedFuture(ofEnglish ? taken.english() : taken.bilingual());
      }
      return (ofEnglish ? encoders.english() : encoders.bilingual())
          .encode(request.text(), Priority.LIVE);
    }

    /// English content is the fullest: a question in another language gets that too, an English
    /// one gets other content only where nothing in English is good enough.
    List<SearchHit> hits() {
      List<SearchHit> hits = new ArrayList<>(in(own));
      boolean enough = hits.stream().anyMatch(hit -> hit.score() >= FLOOR);
      for (Language other : Language.values()) {
        if (other != own && hits.size() < request.limit() && (!readsEnglish || !enough)) {
          List<SearchHit> more = in(other);
          hits.addAll(more.subList(0, Math.min(more.size(), request.limit() - hits.size())));
        }
      }
      return List.copyOf(hits);
    }

    private List<SearchHit> in(Language content) {
      FixedBitSet bits = bits(content);
      if (bits.cardinality() == 0) {
        return List.of();
      }
      LexicalQuestion question = LexicalQuestion.of(request.text(), own, content);
      FusionWeights shares = weights.fusion(own, content).forRetriever(request.retriever());
      List<Scored> lexical = words.search(question, bits, weights.depth());
      List<Fusion.Ranking> rankings = new ArrayList<>();
      rankings.add(new Fusion.Ranking(lexical, shares.bm25()));
      if (shares.english() > 0) {
        rankings.add(new Fusion.Ranking(
            english.nearest(englishVector.join(), bits, weights.depth()), shares.english()));
      }
      if (shares.bilingual() > 0) {
        rankings.add(new Fusion.Ranking(
            bilingual.nearest(bilingualVector.join(), bits, weights.depth()), shares.bilingual()));
      }
      List<Scored> best = Fusion.merge(rankings).stream()
          .map(this::byKind)
          .sorted(bestFirst)
          .limit(request.limit() + LOOKED_PAST)
          .toList();
      Map<Integer, Double> bm25 =
          lexical.stream().collect(Collectors.toMap(Scored::doc, Scored::score));
      Map<Integer, Double> covered =
          question.coverage(best.stream().map(Scored::doc).toList(), words);
      return best.stream()
          .map(merged -> hit(
              merged,
              bm25.getOrDefault(merged.doc(), 0.0),
              covered.getOrDefault(merged.doc(), 0.0),
              content))
          .filter(hit -> !request.floor() || hit.score() >= FLOOR)
          .limit(request.limit())
          .toList();
    }

    private Scored byKind(Scored merged) {
      double factor = weights.kinds().getOrDefault(passages.get(merged.doc()).kind(), 1.0);
      return new Scored(merged.doc(), merged.score() * factor);
    }

    private FixedBitSet bits(Language content) {
      FixedBitSet bits = new FixedBitSet(Math.max(1, passages.size()));
      for (int i = among.nextSetBit(0);
          i >= 0 && i < passages.size();
          i = among.nextSetBit(i + 1)) {
        if (passages.get(i).language() == content) {
          bits.set(i);
        }
      }
      return bits;
    }

    private SearchHit hit(Scored merged, double bm25, double covered, Language content) {
      int doc = merged.doc();
      double near = content == Language.ENGLISH && readsEnglish
          ? english.cosine(englishVector.join(), doc)
          : 0;
      double nearBoth = bilingual.cosine(bilingualVector.join(), doc);
      double score = Calibration.BUILT_IN.forContent(own, content).score(near, nearBoth, covered);
      return new SearchHit(
          passages.get(doc),
          score,
          content != own,
          new Explanation(bm25, near, nearBoth, covered, merged.score()));
    }
  }
}
