package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;
import org.healthassistant.knowledge.analysis.Analyzers;
import org.healthassistant.knowledge.analysis.OtherMatters;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// Measures the candidates of one question in content of one language by their words: what needs
/// no vector.
final class Measures {
  private final LexicalQuestion question;
  private final LexicalIndex words;
  private final List<IndexedText> texts;
  private final Language content;
  private final Set<SectionKind> kinds;
  private final Map<String, Integer> named;
  private final OtherMatters matters;
  private final Set<String> asked;

  private final Map<Integer, Double> inText;
  private final Map<Integer, Double> inTopic;
  private final Map<Integer, Double> inWordings;
  private final Map<Integer, Double> covered;
  private final Map<Integer, Double> coveredInText;
  private final Map<Integer, Double> coveredInTopic;

  /// What does not depend on the candidate.
  ///
  /// @param kinds which kinds of section the question asks for
  /// @param named the topics that it names, each with the words of its longest name
  /// @param matters what it is of that health education seldom holds
  record About(Set<SectionKind> kinds, Map<String, Integer> named, OtherMatters matters) {}

  Measures(
      LexicalQuestion question,
      LexicalIndex words,
      List<IndexedText> texts,
      Language content,
      Collection<Integer> candidates,
      About about) {
    this.question = question;
    this.words = words;
    this.texts = texts;
    this.content = content;
    this.kinds = about.kinds();
    this.named = about.named();
    this.matters = about.matters();
    this.asked = question.all();
    FixedBitSet pool = new FixedBitSet(Math.max(1, texts.size()));
    candidates.forEach(pool::set);
    this.inText = scores(words.search(question.inBody(), pool, candidates.size() + 1));
    this.inTopic = scores(words.search(question.inTopic(), pool, candidates.size() + 1));
    this.inWordings = wordingScores(pool);
    this.covered = question.anywhere().coverage(candidates, words);
    this.coveredInText = question.inBody().coverage(candidates, words);
    this.coveredInTopic = question.inTopic().coverage(candidates, words);
  }

  private static Map<Integer, Double> scores(List<Scored> hits) {
    Map<Integer, Double> scores = new HashMap<>();
    hits.forEach(hit -> scores.put(hit.doc(), hit.score()));
    return scores;
  }

  private Map<Integer, Double> wordingScores(FixedBitSet pool) {
    var all = words.withWordings(pool);
    Map<Integer, Double> scores = scores(words.search(question.inWordings(), all, all.length()));
    Map<Integer, Double> best = new HashMap<>();
    for (int text = 0; text < texts.size(); text++) {
      if (pool.get(text)) {
        for (int at = words.firstWording(text); at < words.firstWording(text + 1); at++) {
          best.merge(text, scores.getOrDefault(at, 0.0), Math::max);
        }
      }
    }
    return best;
  }

  /// How much of the question stands anywhere in a candidate, 0 to 1.
  double covered(int candidate) {
    return covered.getOrDefault(candidate, 0.0);
  }

  /// All that is measured by words.
  Map<Feature, Double> measure(int candidate, Passage passage) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    features.put(Feature.BM25_TEXT, inText.getOrDefault(candidate, 0.0));
    features.put(Feature.BM25_TOPIC, inTopic.getOrDefault(candidate, 0.0));
    features.put(Feature.BM25_WORDING, inWordings.getOrDefault(candidate, 0.0));
    features.put(Feature.COVERED, covered(candidate));
    features.put(Feature.COVERED_TEXT, coveredInText.getOrDefault(candidate, 0.0));
    features.put(Feature.COVERED_TOPIC, coveredInTopic.getOrDefault(candidate, 0.0));
    features.put(Feature.QUESTION_WORDS, (double) question.size());
    features.put(Feature.ANSWER, passage.asked() == null ? 0.0 : 1);
    addWording(candidate, features);
    boolean kind = kinds.contains(passage.kind());
    features.put(Feature.KIND_ASKED, kind ? 1.0 : 0);
    features.put(Feature.KIND_OTHER, !kinds.isEmpty() && !kind ? 1.0 : 0);
    int own = named.getOrDefault(Topics.of(passage), 0);
    features.put(Feature.TOPIC_NAMED, own > 0 ? 1.0 : 0);
    features.put(Feature.TOPIC_NAMED_WORDS, (double) own);
    features.put(Feature.OTHER_TOPIC_NAMED, own == 0 && !named.isEmpty() ? 1.0 : 0);
    features.put(
        Feature.OTHER_MATTER, matters.beyond(texts.get(candidate).all(), content) ? 1.0 : 0);
    return features;
  }

  private void addWording(int candidate, Map<Feature, Double> features) {
    double best = -1;
    for (Set<String> wording : wordings(texts.get(candidate))) {
      double covers = question.coverage(wording, words);
      double said = said(wording);
      if (covers + said > best) {
        best = covers + said;
        features.put(Feature.COVERED_WORDING, covers);
        features.put(Feature.WORDING_SAID, said);
      }
    }
  }

  private List<Set<String>> wordings(IndexedText text) {
    List<Set<String>> wordings = new ArrayList<>();
    for (String wording : text.asked()) {
      wordings.add(new HashSet<>(Analyzers.terms(wording, content)));
    }
    return wordings;
  }

  private double said(Set<String> wording) {
    double sum = 0;
    double said = 0;
    for (String term : wording) {
      double weight = question.weight(term, words);
      sum += weight;
      said += asked.contains(term) ? weight : 0;
    }
    return sum == 0 ? 0 : said / sum;
  }
}
