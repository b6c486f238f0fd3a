package org.healthassistant.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;
import org.jspecify.annotations.Nullable;

/// Searches one release. Safe for use by many threads.
public final class KnowledgeIndex implements AutoCloseable {

  private KnowledgeIndex() {}

  /// Opens an index over a release.
  ///
  /// @param encoders the encoders the release was made with; closing the index leaves them open
  /// @param indexDirectory where the derived Lucene index is kept, made anew when it is missing or
  /// of
  ///     another release; null keeps it in memory
  /// @throws IllegalArgumentException if the release was made with other encoders, naming both
  public static KnowledgeIndex open(
      Release release, Encoders encoders, @Nullable Path indexDirectory) {
    throw new UnsupportedOperationException();
  }

  /// Finds passages, the asker's language first, best first; equal ones are ordered by passage id.
  ///
  /// @return at most `limit` hits; empty when nothing is good enough or nothing may be shown
  public List<SearchHit> search(SearchRequest request) {
    throw new UnsupportedOperationException();
  }

  /// An article that may be shown; empty when there is none of that id or it may not be shown.
  public Optional<Article> article(String id, Eligibility eligibility) {
    throw new UnsupportedOperationException();
  }

  /// The passages of an article in its order; empty when it may not be shown.
  public List<Passage> passages(String articleId, Eligibility eligibility) {
    throw new UnsupportedOperationException();
  }

  /// The id of the release that is searched.
  public String releaseId() {
    throw new UnsupportedOperationException();
  }

  /// The encoders that were handed in.
  public Encoders encoders() {
    throw new UnsupportedOperationException();
  }

  /// Closes the derived index; the encoders stay open.
  @Override
  public void close() {}
}
