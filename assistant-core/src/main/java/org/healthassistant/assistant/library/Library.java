package org.healthassistant.assistant.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.text.Language;

/// Searches and reads the release in use. Safe from any thread.
///
/// Whatever it returns may be shown today: the clinical day and the setting
/// `assistant.knowledge.allow-starter` decide, and no caller can widen that.
public class Library {

  private final KnowledgeIndex index;
  private final ClinicalClock clock;
  private final boolean allowStarter;

  Library(KnowledgeIndex index, ClinicalClock clock, boolean allowStarter) {
    this.index = index;
    this.clock = clock;
    this.allowStarter = allowStarter;
  }

  /// Starts taking the vectors of a message, on the lane of what people wait for, and returns at
  /// once.
  public PendingVectors begin(String text) {
    return PendingVectors.begin(text, index.encoders());
  }

  /// Finds passages, the asker's language first, best first.
  ///
  /// @param language that of the asker
  /// @param limit the most hits wanted, 1 to 1000
  /// @param floor whether hits that are not good enough are left out
  /// @param vectors those of the text; empty: they are taken here, which waits for the encoders
  /// @return empty when nothing is good enough
  public List<SearchHit> search(
      String text, Language language, int limit, boolean floor, Optional<QuestionVectors> vectors) {
    return index.search(new SearchRequest(
        text, language, limit, floor, today(), SearchRequest.Retriever.HYBRID, vectors));
  }

  /// The article of an id; empty when there is none or it may not be shown today.
  public Optional<Article> article(String id) {
    return index.article(id, today());
  }

  /// The passages of an article in its order; empty when it may not be shown today.
  public List<Passage> passages(String articleId) {
    return index.passages(articleId, today());
  }

  /// How much of the release may be shown today.
  Shown shown() {
    int all = index.articleCount();
    return new Shown(all, index.articleCount(today()), clock.today(), allowStarter);
  }

  /// How much of a release may be shown on a day.
  ///
  /// @param articles how many it has
  /// @param eligible how many of them may be shown
  record Shown(int articles, int eligible, LocalDate day, boolean starterAllowed) {}

  /// The id of the release in use.
  public String releaseId() {
    return index.releaseId();
  }

  private Eligibility today() {
    return new Eligibility(clock.today(), allowStarter);
  }
}
