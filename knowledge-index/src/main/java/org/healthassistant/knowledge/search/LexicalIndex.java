package org.healthassistant.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The words of all documents in Lucene. A document's number there is its place in the list it
/// was made of: one segment, written in order.
final class LexicalIndex implements AutoCloseable {
  private static final String KEY = "key";

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Weights weights = Weights.BUILT_IN;

  private LexicalIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(weights.k1(), weights.b()));
  }

  /// Opens the index at a place, making it first when it is missing or of another key.
  ///
  /// @param key what the index is of
  /// @param place null for memory
  static LexicalIndex open(List<IndexedText> texts, String key, @Nullable Path place) {
    try {
      Directory directory = place == null ? new ByteBuffersDirectory() : FSDirectory.open(place);
      if (!isOf(key, texts.size(), directory)) {
        write(texts, key, directory);
      }
      return new LexicalIndex(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the search index cannot be made" + (place == null ? "" : " in " + place), failed);
    }
  }

  private static boolean isOf(String key, int size, Directory directory) {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return reader.maxDoc() == size
            && key.equals(reader.getIndexCommit().getUserData().get(KEY));
      }
    } catch (IOException damaged) {
      return false;
    }
  }

  private static void write(List<IndexedText> texts, String key, Directory directory)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(LexicalFields.analyzer())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setMergePolicy(new LogDocMergePolicy())
        .setMergeScheduler(new SerialMergeScheduler())
        .setSimilarity(new BM25Similarity(Weights.BUILT_IN.k1(), Weights.BUILT_IN.b()));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (IndexedText text : texts) {
        writer.addDocument(LexicalFields.document(text));
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(KEY, key).entrySet());
      writer.commit();
    }
  }

  /// The best of some documents for a question, best first; empty when no word is found.
  List<Scored> search(LexicalQuestion question, BitSet among, int depth) {
    if (question.isEmpty()) {
      return List.of();
    }
    try {
      List<Scored> hits = new ArrayList<>();
      for (ScoreDoc hit :
          searcher.search(question.query(weights, new DocIdSetQuery(among)), depth).scoreDocs) {
        hits.add(new Scored(hit.doc, hit.score));
      }
      return hits;
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be read", failed);
    }
  }

  /// Which of some documents hold which terms, in whatever field of a language.
  ///
  /// @param documents in ascending order
  /// @return the documents of each term that any of them holds
  Map<String, Set<Integer>> holders(Set<String> terms, int[] documents, Language language) {
    Map<String, Set<Integer>> holders = new HashMap<>();
    try {
      for (String field : LexicalFields.weighted(language, weights).keySet()) {
        for (String term : terms) {
          PostingsEnum postings =
              MultiTerms.getTermPostingsEnum(reader, field, new BytesRef(term), PostingsEnum.NONE);
          if (postings != null) {
            collect(postings, documents, holders.computeIfAbsent(term, key -> new HashSet<>()));
          }
        }
      }
      return holders;
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be read", failed);
    }
  }

  private static void collect(PostingsEnum postings, int[] documents, Set<Integer> found)
      throws IOException {
    int at = -1;
    for (int document : documents) {
      if (at < document) {
        at = postings.advance(document);
      }
      if (at == document) {
        found.add(document);
      }
    }
  }

  /// How rare a term is in a language: BM25's inverse document frequency, most for an unknown
  /// term.
  double rarity(String term, Language language) {
    try {
      int frequency = 0;
      int size = 1;
      for (String field : LexicalFields.weighted(language, weights).keySet()) {
        frequency = Math.max(frequency, reader.docFreq(new Term(field, term)));
        size = Math.max(size, reader.getDocCount(field));
      }
      return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be read", failed);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be closed", failed);
    }
  }
}
