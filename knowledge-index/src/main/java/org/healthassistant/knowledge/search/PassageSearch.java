package org.healthassistant.knowledge.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.FixedBitSet;
import org.healthassistant.knowledge.analysis.OtherMatters;
import org.healthassistant.knowledge.analysis.QuestionSpelling;
import org.healthassistant.knowledge.analysis.Spelling;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.Explanation;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.release.ReleaseVectors;
import org.healthassistant.knowledge.release.RoundedVector;
import org.healthassistant.knowledge.search.Weights.FusionWeights;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Ranks the passages of a release for a question: words beside vectors, fused, with a
/// calibrated score. It searches among the passages it is given and decides nothing about what
/// may be shown.
public final class PassageSearch implements AutoCloseable {
  private static final int LOOKED_PAST = 10;
  private static final int POOL = 40;

  /// A whole word of an encoder has one token between the two special ones.
  private static final int ONE_WORD = 3;
  private static final String ENGLISH = "english";
  private static final String BILINGUAL = "bilingual";

  private final List<Passage> passages;
  private final List<IndexedText> texts;
  private final LexicalIndex words;
  private final AnswerVectors english;
  private final AnswerVectors bilingual;
  private final boolean graph;
  private final Map<Language, Spelling> spelling;
  private final Topics topics;
  private final QuestionSpelling questionSpelling;
  private final Encoders encoders;
  private final Ranker ranker;
  private final Weights weights = Weights.BUILT_IN;
  private final Comparator<Scored> bestFirst;

  private PassageSearch(
      Release release, Encoders encoders, @Nullable Path place, Ranker ranker, int exact) {
    this.passages = release.passages();
    this.texts = passages.stream().map(IndexedText::of).toList();
    ReleaseVectors vectors = release.vectors();
    this.english = new AnswerVectors(
        vectors.english(),
        vectors.askedEnglish().stream()
            .map(row -> row == null ? List.<RoundedVector>of() : List.of(RoundedVector.of(row)))
            .toList(),
        weights.alike().english());
    this.bilingual = new AnswerVectors(
        List.copyOf(vectors.bilingual()),
        vectors.askedBilingual(),
        weights.alike().bilingual());
    this.graph = bilingual.size() > exact;
    this.words = graph
        ? LexicalIndex.open(texts, release.id() + "+graph", place, this::addVectors)
        : LexicalIndex.open(texts, release.id(), place);
    this.spelling = Language.each(language -> new Spelling(words.written(language)));
    this.topics = new Topics(passages);
    this.encoders = encoders;
    this.questionSpelling = new QuestionSpelling(
        language -> IndexedText.spelt(texts, language),
        (language, word) ->
            (language == Language.ENGLISH ? encoders.english() : encoders.bilingual()).tokens(word)
                == ONE_WORD);
    this.ranker = ranker;
    this.bestFirst = Comparator.comparingDouble(Scored::score)
        .reversed()
        .thenComparing(hit -> passages.get(hit.doc()).id());
  }

  /// A search over a release.
  ///
  /// @param place where the derived index is kept; null keeps it in memory
  /// @param ranker tells how likely an answer answers
  public static PassageSearch open(
      Release release, Encoders encoders, @Nullable Path place, Ranker ranker) {
    return new PassageSearch(release, encoders, place, ranker, Weights.BUILT_IN.exact());
  }

  /// A search that asks a graph of vectors beyond so many of them.
  static PassageSearch open(Release release, Encoders encoders, int exact) {
    return new PassageSearch(release, encoders, null, Ranker.BUILT_IN, exact);
  }

  private void addVectors(Document document, int passage, int wording) {
    add(document, BILINGUAL, bilingual.row(passage, wording));
    add(document, ENGLISH, english.row(passage, wording));
  }

  private static void add(Document document, String field, float @Nullable [] vector) {
    if (vector != null) {
      document.add(new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
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

  /// A question with its misspelt words mended by the words of the release; empty where it has
  /// none.
  public Optional<String> respelt(String question, Language language) {
    return questionSpelling.mended(question, language);
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

    /// The topics that the question names, misspelt ones too.
    Map<String, Integer> topics() {
      LexicalQuestion question = LexicalQuestion.of(request.text(), own, own, own.pick(spelling));
      return topics.namedIn(question.terms(), own);
    }

    /// English content is the fullest: a question in another language gets that too, an English
    /// one gets other content only where nothing in English is good enough.
    List<SearchHit> hits() {
      List<SearchHit> hits = new ArrayList<>(in(own));
      boolean enough = hits.stream().anyMatch(SearchHit::isGoodEnough);
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
      return bits.cardinality() == 0
          ? List.of()
          : new InContent(this, content, bits)
              .hits().stream()
                  .filter(hit -> !request.floor() || hit.isGoodEnough())
                  .limit(request.limit())
                  .toList();
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
  }

  /// One question on its way through the content of one language.
  private final class InContent {
    private final Asked asked;
    private final Language content;
    private final FixedBitSet among;
    private final LexicalQuestion question;
    private final FusionWeights shares;
    private final Optional<Ranker.Formula> formula;
    private final Map<Feature, List<Scored>> rankings = new EnumMap<>(Feature.class);

    InContent(Asked asked, Language content, FixedBitSet among) {
      this.asked = asked;
      this.content = content;
      this.among = among;
      this.question =
          LexicalQuestion.of(asked.request.text(), asked.own, content, content.pick(spelling));
      this.shares = weights.fusion(asked.own, content).forRetriever(asked.request.retriever());
      this.formula = ranker.formula(asked.own, content);
    }

    List<SearchHit> hits() {
      rankings.put(Feature.RANK_WORDS, words.search(question.anywhere(), among, weights.depth()));
      if (shares.english() > 0) {
        rankings.put(Feature.RANK_ENGLISH, nearest(ENGLISH, english, asked.englishVector.join()));
      }
      if (shares.bilingual() > 0) {
        rankings.put(
            Feature.RANK_BILINGUAL, nearest(BILINGUAL, bilingual, asked.bilingualVector.join()));
      }
      List<Scored> best = fused();
      Measures measures = new Measures(
          question,
          words,
          texts,
          content,
          best.stream().map(Scored::doc).toList(),
          new Measures.About(
              AskedKinds.of(asked.request.text(), asked.own),
              asked.topics(),
              OtherMatters.of(asked.request.text(), asked.own)));
      Map<Feature, Map<Integer, Double>> places = places(best);
      NearWordings wordings = bilingual.wordings(
          asked.bilingualVector.join(), among, doc -> passages.get(doc).articleId());
      List<SearchHit> hits = new ArrayList<>();
      for (Scored candidate : best) {
        hits.add(hit(candidate, measures, places, wordings));
      }
      if (formula.isPresent()) {
        hits.sort(Comparator.comparingDouble(SearchHit::score).reversed());
      }
      return hits;
    }

    private List<Scored> nearest(String field, AnswerVectors vectors, float[] vector) {
      return graph
          ? words.nearest(field, vector, among, weights.depth()).stream()
              .map(hit -> new Scored(hit.doc(), vectors.nearness(vector, hit.doc())))
              .sorted(Scored.BEST_FIRST)
              .toList()
          : vectors.nearest(
              vector, among, weights.depth(), rankings.getOrDefault(Feature.RANK_WORDS, List.of()));
    }

    private List<Scored> fused() {
      List<Fusion.Ranking> legs = new ArrayList<>();
      rankings.forEach((leg, hits) -> legs.add(new Fusion.Ranking(hits, share(leg))));
      int pool = asked.request.limit() + LOOKED_PAST;
      return Fusion.merge(legs).stream()
          .map(this::byKind)
          .sorted(bestFirst)
          .limit(formula.isPresent() ? Math.max(pool, POOL) : pool)
          .toList();
    }

    private double share(Feature leg) {
      return switch (leg) {
        case RANK_WORDS -> shares.bm25();
        case RANK_ENGLISH -> shares.english();
        default -> shares.bilingual();
      };
    }

    private Scored byKind(Scored merged) {
      double factor = weights.kinds().getOrDefault(passages.get(merged.doc()).kind(), 1.0);
      return new Scored(merged.doc(), merged.score() * factor);
    }

    /// 1 divided by the place of each passage in each ranking, and its score by words.
    private Map<Feature, Map<Integer, Double>> places(List<Scored> fused) {
      Map<Feature, Map<Integer, Double>> places = new EnumMap<>(Feature.class);
      rankings.forEach((leg, hits) -> places.put(leg, placesOf(hits)));
      places.put(Feature.RANK_FUSED, placesOf(fused));
      Map<Integer, Double> scores = new HashMap<>();
      Map<Integer, Double> ofBest = new HashMap<>();
      List<Scored> hits = rankings.getOrDefault(Feature.RANK_WORDS, List.of());
      for (Scored hit : hits) {
        scores.put(hit.doc(), hit.score());
        ofBest.put(hit.doc(), hit.score() / hits.getFirst().score());
      }
      places.put(Feature.BM25, scores);
      places.put(Feature.BM25_OF_BEST, ofBest);
      return places;
    }

    private static Map<Integer, Double> placesOf(List<Scored> hits) {
      Map<Integer, Double> places = new HashMap<>();
      for (int i = 0; i < hits.size(); i++) {
        places.put(hits.get(i).doc(), 1.0 / (i + 1));
      }
      return places;
    }

    private SearchHit hit(
        Scored candidate,
        Measures measures,
        Map<Feature, Map<Integer, Double>> places,
        NearWordings wordings) {
      int doc = candidate.doc();
      Passage passage = passages.get(doc);
      Map<Feature, Double> features = measures.measure(doc, passage);
      places.forEach((leg, of) -> features.put(leg, of.getOrDefault(doc, 0.0)));
      features.put(Feature.FUSED, candidate.score());
      features.put(Feature.SAME_LANGUAGE, content == asked.own ? 1.0 : 0);
      float[] both = asked.bilingualVector.join();
      features.put(Feature.BILINGUAL_TEXT, bilingual.text(both, doc));
      features.put(Feature.BILINGUAL_QUESTION, bilingual.question(both, doc));
      features.put(Feature.BILINGUAL_WORDING, bilingual.wording(both, doc));
      wordings.measure(doc, features);
      double near = 0;
      if (content == Language.ENGLISH && asked.readsEnglish) {
        float[] vector = asked.englishVector.join();
        features.put(Feature.ENGLISH_TEXT, english.text(vector, doc));
        features.put(Feature.ENGLISH_QUESTION, english.question(vector, doc));
        near = english.nearness(vector, doc);
      }
      double calibrated = Ranker.heldBack(
          Calibration.BUILT_IN
              .forContent(asked.own, content)
              .score(near, bilingual.nearness(both, doc), measures.covered(doc)),
          features);
      double score = passage.asked() == null
          ? calibrated
          : formula.map(one -> one.probability(features)).orElse(calibrated);
      return new SearchHit(passage, score, content != asked.own, Explanation.of(features));
    }
  }
}
