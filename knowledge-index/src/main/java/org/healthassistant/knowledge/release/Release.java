package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Passage;
import org.jspecify.annotations.Nullable;

/// One frozen set of articles with their passages and vectors. It holds everything that was
/// released, whatever its status: what may be shown is decided by
/// [org.healthassistant.knowledge.KnowledgeIndex].
public final class Release {
  private static final String STARTER = "/org/healthassistant/knowledge/starter/";

  private final Manifest manifest;
  private final List<Article> articles;
  private final List<Passage> passages;
  private final ReleaseVectors vectors;

  Release(
      Manifest manifest, List<Article> articles, List<Passage> passages, ReleaseVectors vectors) {
    this.manifest = manifest;
    this.articles = List.copyOf(articles);
    this.passages = List.copyOf(passages);
    this.vectors = vectors;
  }

  /// The release that ships with the product, read from the class path.
  ///
  /// @throws DamagedRelease if it is missing or damaged, naming the file
  public static Release starter() {
    return new ReleaseReader("starter", name -> Release.class.getResourceAsStream(STARTER + name))
        .read();
  }

  /// The release in a directory, or the one in use on a shelf.
  ///
  /// @throws DamagedRelease if a file is missing or differs from the manifest, or there is no
  ///     article; every such file is named
  public static Release load(Path directory) {
    Path place = place(directory);
    return new ReleaseReader(place.toString(), name -> open(place.resolve(name))).read();
  }

  /// The release in a directory, or the one in use on a shelf, if it is signed by a key.
  ///
  /// @throws DamagedRelease as above, and if its signature is missing or not by the key's owner
  public static Release load(Path directory, PublicKey signer) {
    Path place = place(directory);
    return new ReleaseReader(place.toString(), name -> open(place.resolve(name)))
        .signedBy(signer)
        .read();
  }

  private static Path place(Path directory) {
    return Shelf.isIn(directory) ? new Shelf(directory).current().orElse(directory) : directory;
  }

  private static @Nullable InputStream open(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }

  /// The release's id.
  public String id() {
    return manifest.id();
  }

  /// What it holds.
  public Manifest manifest() {
    return manifest;
  }

  /// All articles, whatever their status, ordered by id.
  public List<Article> articles() {
    return articles;
  }

  /// All passages, whatever their status, in the order of articles and sections.
  public List<Passage> passages() {
    return passages;
  }

  /// The passages' vectors.
  public ReleaseVectors vectors() {
    return vectors;
  }
}
