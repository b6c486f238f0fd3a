package org.healthassistant.knowledge.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.healthassistant.knowledge.chunk.Chunker;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.search.CorpusIndex.Progress;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// The vectors of a collection's documents: a long one has one for each of its pieces.
///
/// @param owners the document of each row
/// @param english a row for each piece; empty where the collection is not English
/// @param bilingual a row for each piece
record CorpusVectors(int[] owners, List<float[]> english, List<float[]> bilingual) {
  private static final int PIECE_TOKENS = 384;
  /// How many pieces of a document have vectors: its first ones.
  static final int MOST_PIECES = 4;
  private static final int MAGIC = 0x4b495631;
  private static final int UNDER_WAY = 64;

  /// Of a collection that nobody asks by meaning.
  static final CorpusVectors NONE = new CorpusVectors(new int[0], List.of(), List.of());

  static CorpusVectors of(
      List<CorpusDocument> documents,
      Language language,
      Encoders encoders,
      @Nullable Path cache,
      Progress progress) {
    Chunker chunker = new Chunker(encoders.english()::tokens);
    List<String> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      for (String text : texts(documents.get(i), language, chunker)) {
        texts.add(text);
        owners.add(i);
      }
    }
    int[] of = owners.stream().mapToInt(Integer::intValue).toArray();
    long key = key(texts, language, encoders);
    CorpusVectors kept = cache == null ? null : read(cache, key, of);
    if (kept != null) {
      return kept;
    }
    CorpusVectors made = embed(texts, of, language, encoders, progress);
    if (cache != null) {
      made.write(cache, key);
    }
    return made;
  }

  private static List<String> texts(CorpusDocument document, Language language, Chunker chunker) {
    List<String> pieces = chunker.pieces(document.text(), language, PIECE_TOKENS);
    String head = document.title().isBlank() ? "" : document.title() + ". ";
    return pieces.isEmpty()
        ? List.of(head)
        : pieces.stream().limit(MOST_PIECES).map(piece -> head + piece).toList();
  }

  private static CorpusVectors embed(
      List<String> texts, int[] owners, Language language, Encoders encoders, Progress progress) {
    boolean readsEnglish = language == Language.ENGLISH;
    int total = readsEnglish ? 2 * texts.size() : texts.size();
    List<float[]> english =
        readsEnglish ? embed(texts, encoders.english(), 0, total, progress) : List.of();
    return new CorpusVectors(
        owners, english, embed(texts, encoders.bilingual(), english.size(), total, progress));
  }

  /// Nobody waits for an answer while a collection is made, so that it may use every thread.
  private static List<float[]> embed(
      List<String> texts, Encoder encoder, int before, int total, Progress progress) {
    ArrayDeque<CompletableFuture<float[]>> underWay = new ArrayDeque<>();
    List<float[]> vectors = new ArrayList<>();
    for (String text : texts) {
      underWay.add(encoder.encode(text, Priority.LIVE));
      if (underWay.size() >= UNDER_WAY) {
        vectors.add(underWay.remove().join());
        progress.at(before + vectors.size(), total);
      }
    }
    while (!underWay.isEmpty()) {
      vectors.add(underWay.remove().join());
      progress.at(before + vectors.size(), total);
    }
    return vectors;
  }

  private static long key(List<String> texts, Language language, Encoders encoders) {
    long key =
        (language.tag() + encoders.english().name() + encoders.bilingual().name()).hashCode();
    for (String text : texts) {
      key = key * 1_000_003 + text.hashCode();
    }
    return key;
  }

  private static @Nullable CorpusVectors read(Path cache, long key, int[] owners) {
    if (!Files.isRegularFile(cache)) {
      return null;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(cache), 1 << 16))) {
      if (in.readInt() != MAGIC || in.readLong() != key) {
        return null;
      }
      return new CorpusVectors(owners, readRows(in), readRows(in));
    } catch (IOException damaged) {
      return null;
    }
  }

  private static List<float[]> readRows(DataInputStream in) throws IOException {
    int count = in.readInt();
    int width = in.readInt();
    List<float[]> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] row = new float[width];
      for (int j = 0; j < width; j++) {
        row[j] = in.readFloat();
      }
      rows.add(row);
    }
    return rows;
  }

  private void write(Path cache, long key) {
    Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
        out.writeInt(MAGIC);
        out.writeLong(key);
        writeRows(english, out);
        writeRows(bilingual, out);
      }
      Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("the vectors cannot be kept in " + cache, failed);
    }
  }

  private static void writeRows(List<float[]> rows, DataOutputStream out) throws IOException {
    out.writeInt(rows.size());
    out.writeInt(rows.isEmpty() ? 0 : rows.getFirst().length);
    for (float[] row : rows) {
      for (float value : row) {
        out.writeFloat(value);
      }
    }
  }
}
