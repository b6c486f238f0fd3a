package org.healthassistant.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.search.PassageSearch;
import org.healthassistant.knowledge.search.Ranker;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Searches one release. Safe for use by many threads.
public final class KnowledgeIndex implements AutoCloseable {
  private final Release release;
  private final Encoders encoders;
  private final EligibleContent shelf;
  private final PassageSearch search;

  private KnowledgeIndex(Release release, Encoders encoders, PassageSearch search) {
    this.release = release;
    this.encoders = encoders;
    this.search = search;
    this.shelf = new EligibleContent(release);
  }

  /// Opens an index over a release and loads the encoders.
  ///
  /// @param encoders the encoders the release was made with; closing the index leaves them open
  /// @param indexDirectory where the derived Lucene index is kept, made anew when it is missing
  ///     or of another release; null keeps it in memory
  /// @throws IllegalArgumentException if the release was made with other encoders, naming both
  public static KnowledgeIndex open(
      Release release, Encoders encoders, @Nullable Path indexDirectory) {
    return open(release, encoders, indexDirectory, Ranker.BUILT_IN);
  }

  /// Opens an index as above that ranks answers by another ranker than the built-in one.
  public static KnowledgeIndex open(
      Release release, Encoders encoders, @Nullable Path indexDirectory, Ranker ranker) {
    check("English", release.manifest().english(), encoders.english().name());
    check("bilingual", release.manifest().bilingual(), encoders.bilingual().name());
    encoders.warm();
    return new KnowledgeIndex(
        release, encoders, PassageSearch.open(release, encoders, indexDirectory, ranker));
  }

  private static void check(String which, String made, String configured) {
    if (!made.equals(configured)) {
      throw new IllegalArgumentException(
          "the release was made with the " + which + " encoder '" + made + "' but '" + configured
              + "' is configured; make the release anew, or configure that encoder");
    }
  }

  /// Finds passages, the asker's language first, best first by the fused ranking; equal ones
  /// are ordered by passage id. A Spanish question is answered from English content too; an
  /// English question from Spanish content only where nothing in English is good enough.
  ///
  /// @return at most `limit` hits; empty when nothing is good enough or nothing may be shown
  public List<SearchHit> search(SearchRequest request) {
    return search.search(request, shelf.select(request.eligibility()).numbers());
  }

  /// A question with its misspelt words mended by the words of the release, to be searched by in
  /// its place where it finds nothing; empty where none of its words is misspelt.
  public Optional<String> respelt(String question, Language language) {
    return search.respelt(question, language);
  }

  /// An article that may be shown; empty when there is none of that id or it may not be shown.
  public Optional<Article> article(String id, Eligibility eligibility) {
    return shelf.select(eligibility).article(id);
  }

  /// The passages of an article in its order; empty when it may not be shown.
  public List<Passage> passages(String articleId, Eligibility eligibility) {
    return shelf.select(eligibility).passages(articleId);
  }

  /// How many articles the release has, whether they may be shown or not.
  public int articleCount() {
    return release.articles().size();
  }

  /// How many articles may be shown.
  public int articleCount(Eligibility eligibility) {
    return shelf.select(eligibility).articleCount();
  }

  /// How many articles of a release may be shown, without an index.
  public static int articleCount(Release release, Eligibility eligibility) {
    return new EligibleContent(release).select(eligibility).articleCount();
  }

  /// The id of the release that is searched.
  public String releaseId() {
    return release.id();
  }

  /// The encoders that were handed in.
  public Encoders encoders() {
    return encoders;
  }

  /// Closes the derived index; the encoders stay open.
  @Override
  public void close() {
    search.close();
  }
}
