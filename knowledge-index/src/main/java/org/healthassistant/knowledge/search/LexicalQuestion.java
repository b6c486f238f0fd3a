package org.healthassistant.knowledge.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.healthassistant.knowledge.analysis.Analyzers;
import org.healthassistant.knowledge.analysis.Synonyms;
import org.healthassistant.knowledge.analysis.Synonyms.Concept;
import org.healthassistant.knowledge.text.Language;

/// A question's words, ready to be looked for in content of one language.
///
/// In content of another language a concept is found by its wordings there, and its own words
/// count as they stand: names and numbers are the same in both.
final class LexicalQuestion {
  private static final int MOST_CONCEPTS = 64;
  private static final double ASKING = 0.3;

  private final Language language;
  private final Language content;
  private final List<Concept> concepts;
  private final Map<String, Double> rarities = new HashMap<>();

  private LexicalQuestion(Language language, Language content, List<Concept> concepts) {
    this.language = language;
    this.content = content;
    this.concepts = concepts;
  }

  static LexicalQuestion of(String text, Language language, Language content) {
    List<String> terms = Analyzers.terms(text, language);
    List<Concept> concepts = new ArrayList<>();
    Set<Concept> seen = new HashSet<>();
    for (Concept concept : Synonyms.from(language).concepts(terms, content)) {
      if (seen.add(concept) && concepts.size() < MOST_CONCEPTS) {
        concepts.add(concept);
      }
    }
    return new LexicalQuestion(language, content, concepts);
  }

  boolean isEmpty() {
    return concepts.isEmpty();
  }

  Query query(Weights weights, Query filter) {
    Map<String, Float> fields = LexicalFields.weighted(content, weights);
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (Concept concept : concepts) {
      List<Query> ways = new ArrayList<>();
      ways.add(all(concept.own(), fields, Occur.SHOULD));
      for (List<String> other : concept.others()) {
        ways.add(new BoostQuery(all(other, fields, Occur.MUST), weights.synonym()));
      }
      words.add(
          ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(words.build(), Occur.MUST)
        .add(filter, Occur.FILTER)
        .build();
  }

  private static Query all(List<String> terms, Map<String, Float> fields, Occur occur) {
    if (terms.size() == 1) {
      return combined(terms.getFirst(), fields);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    terms.forEach(term -> all.add(combined(term, fields), occur));
    return all.build();
  }

  private static Query combined(String term, Map<String, Float> fields) {
    CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
    fields.forEach(query::addField);
    return query.build();
  }

  /// The share of the question's weight of words that each of some documents holds, 0 to 1; rare
  /// words weigh more.
  ///
  /// A concept that a document says in another way is held whole. 0 when the question has no
  /// words.
  Map<Integer, Double> coverage(Collection<Integer> documents, LexicalIndex index) {
    int[] inOrder = documents.stream().mapToInt(Integer::intValue).sorted().toArray();
    Map<String, Set<Integer>> holders = index.holders(terms(), inOrder, content);
    Map<Integer, Double> coverage = new HashMap<>();
    for (int document : inOrder) {
      Set<String> held = new HashSet<>();
      holders.forEach((term, those) -> {
        if (those.contains(document)) {
          held.add(term);
        }
      });
      coverage.put(document, coverage(held, index));
    }
    return coverage;
  }

  private Set<String> terms() {
    Set<String> terms = new HashSet<>();
    for (Concept concept : concepts) {
      terms.addAll(concept.own());
      concept.others().forEach(terms::addAll);
    }
    return terms;
  }

  private double coverage(Set<String> held, LexicalIndex index) {
    double sum = 0;
    double found = 0;
    for (Concept concept : concepts) {
      double mass = 0;
      double own = 0;
      for (String term : concept.own()) {
        double rarity = rarities.computeIfAbsent(term, it -> weight(it, index));
        mass += rarity;
        own += held.contains(term) ? rarity : 0;
      }
      sum += mass;
      found += concept.others().stream().anyMatch(held::containsAll) ? mass : own;
    }
    return sum == 0 ? 0 : found / sum;
  }

  private double weight(String term, LexicalIndex index) {
    return index.rarity(term, content) * (Analyzers.asks(term, language) ? ASKING : 1);
  }
}
