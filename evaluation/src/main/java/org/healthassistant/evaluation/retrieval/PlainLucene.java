package org.healthassistant.evaluation.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.knowledge.search.Ranked;

/// Lucene's BM25 over one field of title and text, with nothing of ours: k1 0.9, b 0.4, as
/// Anserini runs BEIR's "flat" baseline.
///
/// On SciFact it gives nDCG@10 0.6789 and Recall@100 0.9253, the values Anserini publishes
/// (`docs/reproduce/from-document-collection/beir-v1.0.0-scifact.flat`), which is how one sees
/// that the measures here are right. English only.
public final class PlainLucene implements Ranking {

  private static final float K1 = 0.9f;
  private static final float B = 0.4f;
  private static final String CONTENTS = "contents";
  private static final String ID = "id";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// Indexes a set in memory; seconds for a few thousand documents.
  public PlainLucene(BeirSet set) {
    try {
      var similarity = new BM25Similarity(K1, B);
      var config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
      try (var writer = new IndexWriter(directory, config)) {
        for (BeirSet.Document document : set.documents()) {
          writer.addDocument(indexed(document));
        }
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory could not be made", e);
    }
  }

  @Override
  public List<Ranked> rank(String question, int depth) {
    try {
      var stored = searcher.storedFields();
      var hits = new ArrayList<Ranked>();
      for (ScoreDoc hit : searcher.search(query(question), depth).scoreDocs) {
        hits.add(new Ranked(stored.document(hit.doc, Set.of(ID)).get(ID), hit.score));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory could not be read", e);
    }
  }

  /// The question as a bag of words: a word said twice counts twice.
  private Query query(String question) throws IOException {
    var words = new BooleanQuery.Builder();
    try (var tokens = analyzer.tokenStream(CONTENTS, question)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(new TermQuery(new Term(CONTENTS, term.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    return words.build();
  }

  private static Document indexed(BeirSet.Document document) {
    var indexed = new Document();
    indexed.add(new StringField(ID, document.id(), Field.Store.YES));
    indexed.add(new TextField(CONTENTS, document.title() + " " + document.text(), Field.Store.NO));
    return indexed;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
      analyzer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory could not be closed", e);
    }
  }
}
