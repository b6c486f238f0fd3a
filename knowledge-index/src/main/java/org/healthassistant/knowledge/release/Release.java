package org.healthassistant.knowledge.release;

import java.nio.file.Path;
import java.util.List;
import org.healthassistant.knowledge.Passage;
import org.healthassistant.knowledge.article.Article;

/// One frozen set of articles with their passages and vectors.
public final class Release {
  private Release() {}

  /// The release that ships with the product.
  ///
  /// @throws DamagedRelease if it is missing or damaged, naming the file
  public static Release starter() {
    throw new UnsupportedOperationException();
  }

  /// The release in a directory.
  ///
  /// @throws DamagedRelease if a file is missing or differs from the manifest, or there is no
  /// article
  public static Release load(Path directory) {
    throw new UnsupportedOperationException();
  }

  /// The release's id.
  public String id() {
    throw new UnsupportedOperationException();
  }

  /// What it holds.
  public Manifest manifest() {
    throw new UnsupportedOperationException();
  }

  /// All articles, whatever their status, ordered by id.
  public List<Article> articles() {
    throw new UnsupportedOperationException();
  }

  /// All passages, whatever their status, in the order of articles and sections.
  public List<Passage> passages() {
    throw new UnsupportedOperationException();
  }
}
