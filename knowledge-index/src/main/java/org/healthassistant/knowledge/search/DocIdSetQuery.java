package org.healthassistant.knowledge.search;

import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/// Matches the documents of a set. The index has one segment, so a number is the same in both.
final class DocIdSetQuery extends Query {
  private final BitSet documents;

  DocIdSetQuery(BitSet documents) {
    this.documents = documents;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) {
        DocIdSetIterator iterator = new BitSetIterator(documents, documents.cardinality());
        return ConstantScoreScorerSupplier.fromIterator(
            iterator, score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "among";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocIdSetQuery same && documents == same.documents;
  }

  @Override
  public int hashCode() {
    return Objects.hash(DocIdSetQuery.class, System.identityHashCode(documents));
  }
}
