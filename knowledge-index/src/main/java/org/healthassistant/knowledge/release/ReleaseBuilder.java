package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.chunk.Chunk;
import org.healthassistant.knowledge.chunk.Chunker;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.Span;

/// Makes a release of articles, of any number of texts: they are embedded as bulk work, which is
/// never refused and never in the way of what people wait for.
public final class ReleaseBuilder {
  private final Encoders encoders;
  private final Progress progress;

  /// Told how far the embedding has come.
  @FunctionalInterface
  public interface Progress {
    /// So many of so many texts are embedded.
    void at(int done, int total);
  }

  /// A builder that embeds with these encoders.
  public ReleaseBuilder(Encoders encoders, Progress progress) {
    this.encoders = encoders;
    this.progress = progress;
  }

  /// Makes a release and puts it in place of what is at `target`: whole, or not at all.
  ///
  /// @param articles at least one
  /// @param inputs a hash of what the articles were read from
  /// @return the manifest written
  /// @throws IllegalArgumentException if there is no article
  /// @throws UncheckedIOException if it cannot be written; what was at `target` is then still
  ///     there
  public Manifest write(List<Article> articles, String inputs, Instant created, Path target) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException(
          "a release needs at least one article; none was well-formed");
    }
    Map<String, byte[]> files = files(articles);
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    Manifest manifest = Manifest.of(
        created,
        Chunker.VERSION,
        encoders.english().name(),
        encoders.bilingual().name(),
        inputs,
        hashes);
    files.put(ReleaseFile.MANIFEST, ReleaseFile.manifest(manifest));
    put(files, target);
    return manifest;
  }

  /// A hash of articles' files, the encoders and the chunker: equal inputs make equal releases.
  ///
  /// @param texts the files' contents by name
  public static String inputs(Map<String, String> texts, Encoders encoders) {
    StringBuilder all = new StringBuilder(String.join(
        "\n",
        "v1",
        Chunker.VERSION,
        encoders.english().name(),
        encoders.bilingual().name()));
    new TreeMap<>(texts)
        .forEach((name, text) -> all.append('\n').append(name).append(' ').append(Sha256.of(text)));
    return Sha256.of(all.toString());
  }

  private Map<String, byte[]> files(List<Article> articles) {
    List<Article> sorted = articles.stream()
        .sorted(Comparator.comparing(article -> article.front().id()))
        .toList();
    Chunker chunker = new Chunker(encoders.english()::tokens);
    List<StoredPassage> passages = new ArrayList<>();
    Texts english = new Texts(encoders.english());
    Texts bilingual = new Texts(encoders.bilingual());
    Texts sentences = new Texts(encoders.bilingual());
    for (Article article : sorted) {
      for (Chunk chunk : chunker.chunks(article)) {
        passages.add(StoredPassage.of(article, chunk));
        String text =
            EmbeddedText.of(article.front().title(), chunk.section().heading(), chunk.text());
        bilingual.add(text);
        if (article.front().language() == Language.ENGLISH) {
          english.add(text);
        }
        for (Span sentence : chunk.sentences()) {
          sentences.add(sentence.in(chunk.text()));
        }
      }
    }
    int total = english.texts.size() + bilingual.texts.size() + sentences.texts.size();
    english.begin();
    bilingual.begin();
    sentences.begin();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ReleaseFile.ARTICLES, ReleaseFile.lines(sorted));
    files.put(ReleaseFile.PASSAGES, ReleaseFile.lines(passages));
    files.put(ReleaseFile.ENGLISH, ReleaseFile.floats(english.join(0, total)));
    files.put(
        ReleaseFile.BILINGUAL, ReleaseFile.floats(bilingual.join(english.texts.size(), total)));
    files.put(
        ReleaseFile.SENTENCES,
        ReleaseFile.floats(sentences.join(total - sentences.texts.size(), total)));
    return files;
  }

  private final class Texts {
    private final Encoder encoder;
    private final List<String> texts = new ArrayList<>();
    private final List<CompletableFuture<float[]>> futures = new ArrayList<>();

    Texts(Encoder encoder) {
      this.encoder = encoder;
    }

    void add(String text) {
      texts.add(text);
    }

    /// Hands all texts to the pool, which takes them in this order.
    void begin() {
      texts.forEach(text -> futures.add(encoder.encode(text, Priority.BULK)));
    }

    List<float[]> join(int before, int total) {
      List<float[]> vectors = new ArrayList<>();
      for (CompletableFuture<float[]> future : futures) {
        vectors.add(future.join());
        progress.at(before + vectors.size(), total);
      }
      return vectors;
    }
  }

  private static void put(Map<String, byte[]> files, Path target) {
    Path absolute = target.toAbsolutePath();
    Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
    Path old = absolute.resolveSibling(absolute.getFileName() + ".old");
    try {
      delete(fresh);
      delete(old);
      Files.createDirectories(fresh);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue());
      }
      if (Files.exists(absolute)) {
        Files.move(absolute, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } catch (IOException failed) {
      throw new UncheckedIOException("the release cannot be written to " + target, failed);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
