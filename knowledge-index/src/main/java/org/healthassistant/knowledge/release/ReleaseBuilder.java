package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.chunk.Chunker;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.Sentence;
import org.jspecify.annotations.Nullable;

/// Makes a release of articles, of any number of texts. Unless the builder is alone they are
/// embedded as bulk work, which is never in the way of what people wait for. Of a release that
/// is replaced, the vectors of unchanged texts are kept.
public final class ReleaseBuilder {
  private final Encoders encoders;
  private final Progress progress;
  private final Priority priority;

  /// Told how far the embedding has come.
  @FunctionalInterface
  public interface Progress {
    /// So many of so many texts are embedded.
    void at(int done, int total);
  }

  /// A builder that embeds with these encoders as bulk work.
  public ReleaseBuilder(Encoders encoders, Progress progress) {
    this(encoders, progress, Priority.BULK);
  }

  private ReleaseBuilder(Encoders encoders, Progress progress, Priority priority) {
    this.encoders = encoders;
    this.progress = progress;
    this.priority = priority;
  }

  /// A builder that has its encoders for itself and uses all their threads.
  public static ReleaseBuilder alone(Encoders encoders, Progress progress) {
    return new ReleaseBuilder(encoders, progress, Priority.LIVE);
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
    Map<String, byte[]> files = files(articles, target);
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

  private Map<String, byte[]> files(List<Article> articles, Path target) {
    List<Article> sorted = articles.stream()
        .sorted(Comparator.comparing(article -> article.front().id()))
        .toList();
    Chunker chunker = new Chunker(encoders.english()::tokens);
    List<StoredPassage> passages = new ArrayList<>();
    ReleaseTexts texts = ReleaseTexts.of(sorted, chunker, passages);
    Embedding english = new Embedding(encoders.english(), priority);
    Embedding bilingual = new Embedding(encoders.bilingual(), priority);
    keepFrom(target, english, bilingual);
    texts.english().forEach(english::want);
    texts.askedEnglish().forEach(english::want);
    texts.bilingual().forEach(bilingual::want);
    texts.askedBilingual().forEach(bilingual::want);
    texts.sentences().forEach(bilingual::want);
    embed(english, bilingual);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(ReleaseFile.ARTICLES, ReleaseFile.lines(sorted));
    files.put(ReleaseFile.PASSAGES, ReleaseFile.lines(passages));
    files.put(ReleaseFile.ENGLISH, ReleaseFile.floats(english.vectors(texts.english())));
    files.put(ReleaseFile.BILINGUAL, ReleaseFile.floats(bilingual.vectors(texts.bilingual())));
    files.put(ReleaseFile.SENTENCES, ReleaseFile.floats(bilingual.vectors(texts.sentences())));
    files.put(ReleaseFile.ASKED_ENGLISH, ReleaseFile.floats(english.vectors(texts.askedEnglish())));
    files.put(
        ReleaseFile.ASKED_BILINGUAL,
        ReleaseFile.rounded(bilingual.vectors(texts.askedBilingual())));
    return files;
  }

  private void embed(Embedding english, Embedding bilingual) {
    int total = english.missing() + bilingual.missing();
    AtomicInteger done = new AtomicInteger();
    english.embed(() -> progress.at(done.incrementAndGet(), total));
    bilingual.embed(() -> progress.at(done.incrementAndGet(), total));
  }

  /// Takes the vectors of the last release there, where it was made with the same encoders.
  private void keepFrom(Path target, Embedding english, Embedding bilingual) {
    if (!Files.exists(target)) {
      return;
    }
    try {
      Release last = Release.load(target);
      ReleaseTexts texts = ReleaseTexts.of(last);
      ReleaseVectors vectors = last.vectors();
      if (last.manifest().english().equals(encoders.english().name())) {
        keep(texts.english(), vectors.english().stream(), english);
        keep(texts.askedEnglish(), vectors.askedEnglish().stream(), english);
      }
      if (last.manifest().bilingual().equals(encoders.bilingual().name())) {
        keep(texts.bilingual(), vectors.bilingual().stream(), bilingual);
        keep(
            texts.askedBilingual(),
            vectors.askedBilingual().stream().flatMap(List::stream).map(RoundedVector::floats),
            bilingual);
        keep(texts.sentences(), sentences(last), bilingual);
      }
    } catch (DamagedRelease nothingToKeep) {
      return;
    }
  }

  private static Stream<float[]> sentences(Release release) {
    return release.passages().stream()
        .filter(passage -> passage.asked() == null)
        .flatMap(passage -> passage.sentences().stream())
        .map(Sentence::bilingual);
  }

  private static void keep(
      List<String> texts, Stream<? extends float @Nullable []> vectors, Embedding embedding) {
    Iterator<? extends float[]> present = vectors.filter(Objects::nonNull).iterator();
    for (String text : texts) {
      if (!present.hasNext()) {
        return;
      }
      embedding.known(text, present.next());
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

  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
