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
import org.healthassistant.knowledge.analysis.Spelling;
import org.healthassistant.knowledge.analysis.Synonyms;
import org.healthassistant.knowledge.analysis.Synonyms.Concept;
import org.healthassistant.knowledge.text.Language;

/// A question's words, ready to be looked for in content of one language.
///
/// In content of another language a concept is found by its wordings there, and its own words
/// count as they stand: names and numbers are the same in both. A word that the library does not
/// hold is looked for as the words of it that it may be a misspelling of.
final class LexicalQuestion {
  private static final int MOST_CONCEPTS = 64;
  private static final double ASKING = 0.3;
  private static final double MISSPELT = 0.7;

  private final Language language;
  private final Language content;
  private final List<Concept> concepts;
  private final List<String> terms;
  private final Set<Concept> misspelt = new HashSet<>();
  private final Map<String, Double> rarities = new HashMap<>();

  private LexicalQuestion(Language language, Language content, List<String> terms) {
    this.language = language;
    this.content = content;
    this.terms = terms;
    this.concepts = new ArrayList<>();
  }

  static LexicalQuestion of(String text, Language language, Language content) {
    return of(text, language, content, new Spelling(Map.of()));
  }

  /// @param spelling that of the content
  static LexicalQuestion of(String text, Language language, Language content, Spelling spelling) {
    LexicalQuestion question =
        new LexicalQuestion(language, content, Analyzers.terms(text, language));
    Set<Concept> seen = new HashSet<>();
    for (Concept concept : Synonyms.from(language).concepts(question.terms, content)) {
      if (seen.add(concept) && question.concepts.size() < MOST_CONCEPTS) {
        question.concepts.add(question.spelt(concept, spelling));
      }
    }
    return question;
  }

  private Concept spelt(Concept concept, Spelling spelling) {
    if (concept.own().size() > 1 || !concept.others().isEmpty()) {
      return concept;
    }
    List<String> meant = spelling.meant(concept.own().getFirst());
    if (meant.isEmpty()) {
      return concept;
    }
    Concept spelt = new Concept(concept.own(), meant.stream().map(List::of).toList());
    misspelt.add(spelt);
    return spelt;
  }

  /// The question's terms in order, a misspelt one as the word that it most likely means.
  List<String> terms() {
    Map<String, String> meant = new HashMap<>();
    misspelt.forEach(
        one -> meant.put(one.own().getFirst(), one.others().getFirst().getFirst()));
    return terms.stream().map(term -> meant.getOrDefault(term, term)).toList();
  }

  /// How many different parts the question has.
  int size() {
    return concepts.size();
  }

  /// Looked for in all fields.
  In anywhere() {
    return new In(LexicalFields.weighted(content, Weights.BUILT_IN));
  }

  /// Looked for in the text alone.
  In inBody() {
    return new In(LexicalFields.body(content, Weights.BUILT_IN));
  }

  /// Looked for in the title and the topic's other names.
  In inTopic() {
    return new In(LexicalFields.topic(content, Weights.BUILT_IN));
  }

  /// Looked for in single questions and wordings.
  In inWordings() {
    return new In(LexicalFields.wording(content));
  }

  /// The question, looked for in some fields.
  final class In {
    private final Map<String, Float> fields;

    private In(Map<String, Float> fields) {
      this.fields = fields;
    }

    boolean isEmpty() {
      return concepts.isEmpty();
    }

    Query query(Weights weights, Query filter) {
      BooleanQuery.Builder words = new BooleanQuery.Builder();
      for (Concept concept : concepts) {
        List<Query> ways = new ArrayList<>();
        ways.add(all(concept.own(), Occur.SHOULD));
        for (List<String> other : concept.others()) {
          ways.add(new BoostQuery(all(other, Occur.MUST), weights.synonym()));
        }
        words.add(
            ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0), Occur.SHOULD);
      }
      return new BooleanQuery.Builder()
          .add(words.build(), Occur.MUST)
          .add(filter, Occur.FILTER)
          .build();
    }

    private Query all(List<String> those, Occur occur) {
      if (those.size() == 1) {
        return combined(those.getFirst());
      }
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      those.forEach(term -> all.add(combined(term), occur));
      return all.build();
    }

    private Query combined(String term) {
      CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
      fields.forEach(query::addField);
      return query.build();
    }

    /// The share of the question's weight of words that each of some documents holds in these
    /// fields, 0 to 1; rare words weigh more.
    Map<Integer, Double> coverage(Collection<Integer> documents, LexicalIndex index) {
      int[] inOrder = documents.stream().mapToInt(Integer::intValue).sorted().toArray();
      Map<String, Set<Integer>> holders =
          index.holders(LexicalQuestion.this.all(), inOrder, fields.keySet());
      Map<Integer, Double> coverage = new HashMap<>();
      for (int document : inOrder) {
        Set<String> held = new HashSet<>();
        holders.forEach((term, those) -> {
          if (those.contains(document)) {
            held.add(term);
          }
        });
        coverage.put(document, LexicalQuestion.this.coverage(held, index));
      }
      return coverage;
    }
  }

  /// All terms by which it is looked for.
  Set<String> all() {
    Set<String> all = new HashSet<>();
    for (Concept concept : concepts) {
      all.addAll(concept.own());
      concept.others().forEach(all::addAll);
    }
    return all;
  }

  /// The share of the question's weight of words that some terms hold, 0 to 1.
  ///
  /// A concept that they say in another way is held whole, a misspelt one in good part. 0 when
  /// the question has no words.
  double coverage(Set<String> held, LexicalIndex index) {
    double sum = 0;
    double found = 0;
    for (Concept concept : concepts) {
      double mass = 0;
      double own = 0;
      for (String term : concept.own()) {
        double rarity = weight(term, index);
        mass += rarity;
        own += held.contains(term) ? rarity : 0;
      }
      sum += mass;
      double other = misspelt.contains(concept) ? Math.max(own, MISSPELT * mass) : mass;
      found += concept.others().stream().anyMatch(held::containsAll) ? other : own;
    }
    return sum == 0 ? 0 : found / sum;
  }

  /// How much a term of the content weighs: rare ones more, those that only ask little.
  double weight(String term, LexicalIndex index) {
    return rarities.computeIfAbsent(
        term, it -> index.rarity(it, content) * (Analyzers.asks(it, language) ? ASKING : 1));
  }
}
