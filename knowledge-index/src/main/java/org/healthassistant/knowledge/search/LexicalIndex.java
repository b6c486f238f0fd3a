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
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// All documents in Lucene. A document's number there is its place in the list it was made of;
/// behind them stand the questions and wordings of all in order, each a document of its own: one
/// segment, written in order.
final class LexicalIndex implements AutoCloseable {
  private static final String KEY = "key";
  private static final String LAYOUT = "/2";

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Weights weights = Weights.BUILT_IN;
  private final int[] firstWording;
  private final Map<Language, Map<String, Double>> rarities;

  private LexicalIndex(Directory directory, int[] firstWording) throws IOException {
    this.directory = directory;
    this.firstWording = firstWording;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(weights.k1(), weights.b()));
    this.rarities = Language.each(this::rarities);
  }

  /// Opens the index at a place, making it first when it is missing or of another key.
  ///
  /// @param key what the index is of
  /// @param place null for memory
  static LexicalIndex open(List<IndexedText> texts, String key, @Nullable Path place) {
    return open(texts, key, place, (document, text, wording) -> {});
  }

  /// Adds further fields to documents.
  @FunctionalInterface
  interface MoreFields {
    /// Adds to the document of a text, or of one of its questions and wordings.
    ///
    /// @param wording its place among the text's own; -1 for the text itself
    void add(Document document, int text, int wording);
  }

  /// Opens the index as above, with further fields.
  static LexicalIndex open(
      List<IndexedText> texts, String key, @Nullable Path place, MoreFields more) {
    try {
      Directory directory = place == null ? new ByteBuffersDirectory() : FSDirectory.open(place);
      int[] first = firstWordings(texts);
      if (!isOf(key + LAYOUT, first[texts.size()], directory)) {
        write(texts, key + LAYOUT, directory, more);
      }
      return new LexicalIndex(directory, first);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the search index cannot be made" + (place == null ? "" : " in " + place), failed);
    }
  }

  /// The number of each text's first question or wording, and the number of all documents.
  private static int[] firstWordings(List<IndexedText> texts) {
    int[] first = new int[texts.size() + 1];
    first[0] = texts.size();
    for (int i = 0; i < texts.size(); i++) {
      first[i + 1] = first[i] + texts.get(i).asked().size();
    }
    return first;
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

  private static void write(
      List<IndexedText> texts, String key, Directory directory, MoreFields more)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(LexicalFields.analyzer())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setMergePolicy(new LogDocMergePolicy())
        .setMergeScheduler(new SerialMergeScheduler())
        .setSimilarity(new BM25Similarity(Weights.BUILT_IN.k1(), Weights.BUILT_IN.b()));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int text = 0; text < texts.size(); text++) {
        Document document = LexicalFields.document(texts.get(text));
        more.add(document, text, -1);
        writer.addDocument(document);
      }
      for (int text = 0; text < texts.size(); text++) {
        List<String> asked = texts.get(text).asked();
        for (int wording = 0; wording < asked.size(); wording++) {
          Document document =
              LexicalFields.wording(asked.get(wording), texts.get(text).language());
          more.add(document, text, wording);
          writer.addDocument(document);
        }
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(KEY, key).entrySet());
      writer.commit();
    }
  }

  /// The documents of a text's question and wordings: from this number to before that of the
  /// next.
  int firstWording(int text) {
    return firstWording[text];
  }

  /// The texts and their wordings as one set.
  BitSet withWordings(BitSet texts) {
    FixedBitSet all = new FixedBitSet(Math.max(1, firstWording[firstWording.length - 1]));
    for (int text = 0; text < firstWording.length - 1; text++) {
      if (text < texts.length() && texts.get(text)) {
        all.set(text);
        if (firstWording[text] < firstWording[text + 1]) {
          all.set(firstWording[text], firstWording[text + 1]);
        }
      }
    }
    return all;
  }

  /// The best of some documents for what is looked for, best first; empty when no word is found.
  List<Scored> search(LexicalQuestion.In looked, BitSet among, int depth) {
    return looked.isEmpty()
        ? List.of()
        : search(looked.query(weights, new DocIdSetQuery(among)), depth);
  }

  /// The texts that are nearest by a field of vectors, each by its own vector or that of its
  /// nearest wording, nearest first.
  List<Scored> nearest(String field, float[] question, BitSet among, int depth) {
    List<Scored> best = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Query filter = new DocIdSetQuery(withWordings(among));
    for (Scored hit : search(new KnnFloatVectorQuery(field, question, depth, filter), depth)) {
      int owner = owner(hit.doc());
      if (seen.add(owner)) {
        best.add(new Scored(owner, 2 * hit.score() - 1));
      }
    }
    return best;
  }

  private int owner(int document) {
    if (document < firstWording.length - 1) {
      return document;
    }
    int at = java.util.Arrays.binarySearch(firstWording, document);
    int text = at >= 0 ? at : -at - 2;
    while (firstWording[text + 1] == firstWording[text]) {
      text++;
    }
    return text;
  }

  private List<Scored> search(Query query, int depth) {
    try {
      List<Scored> hits = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, depth).scoreDocs) {
        hits.add(new Scored(hit.doc, hit.score));
      }
      return hits;
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be read", failed);
    }
  }

  /// Which of some documents hold which terms, in whatever of some fields.
  ///
  /// @param documents in ascending order
  /// @return the documents of each term that any of them holds
  Map<String, Set<Integer>> holders(Set<String> terms, int[] documents, Set<String> fields) {
    Map<String, Set<Integer>> holders = new HashMap<>();
    try {
      for (String field : fields) {
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
    Map<String, Double> known = language.pick(rarities);
    return known.getOrDefault(term, known.getOrDefault("", 1.0));
  }

  /// In how many documents each term of a language stands, as far as readers see it.
  Map<String, Integer> written(Language language) {
    return frequencies(LexicalFields.written(language, weights).keySet());
  }

  private Map<String, Double> rarities(Language language) {
    try {
      Set<String> fields = LexicalFields.weighted(language, weights).keySet();
      int size = 1;
      for (String field : fields) {
        size = Math.max(size, reader.getDocCount(field));
      }
      Map<String, Double> rarities = new HashMap<>();
      for (Map.Entry<String, Integer> term : frequencies(fields).entrySet()) {
        rarities.put(term.getKey(), rarity(size, term.getValue()));
      }
      rarities.put("", rarity(size, 0));
      return rarities;
    } catch (IOException failed) {
      throw new UncheckedIOException("the search index cannot be read", failed);
    }
  }

  private static double rarity(int size, int frequency) {
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  }

  private Map<String, Integer> frequencies(Set<String> fields) {
    Map<String, Integer> frequencies = new HashMap<>();
    try {
      for (String field : fields) {
        @Nullable Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
          TermsEnum each = terms.iterator();
          for (BytesRef term = each.next(); term != null; term = each.next()) {
            frequencies.merge(term.utf8ToString(), each.docFreq(), Math::max);
          }
        }
      }
      return frequencies;
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
