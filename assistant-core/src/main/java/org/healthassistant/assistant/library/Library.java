package org.healthassistant.assistant.library;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Searches and reads the release in use, which may be switched at any moment: work that must
/// meet one release only is [#pinned] to it. Safe from any thread.
///
/// Whatever it returns may be shown today: the clinical day and the setting
/// `assistant.knowledge.allow-starter` decide, and no caller can widen that.
public class Library {

  private static final Pattern RELEASE_ID = Pattern.compile("[0-9a-z]{1,64}");

  private final ReleaseInUse releases;
  private final MeaningClassifier classifier;
  private final ClinicalClock clock;
  private final boolean allowStarter;
  private final CitedArticles cited;

  Library(
      ReleaseInUse releases,
      MeaningClassifier classifier,
      ClinicalClock clock,
      boolean allowStarter,
      CitedArticles cited) {
    this.releases = releases;
    this.classifier = classifier;
    this.clock = clock;
    this.allowStarter = allowStarter;
    this.cited = cited;
  }

  /// A library of one release that is never changed, which keeps cited texts in memory.
  Library(
      KnowledgeIndex index,
      MeaningClassifier classifier,
      ClinicalClock clock,
      boolean allowStarter) {
    this(
        new ReleaseInUse(index, () -> {}),
        classifier,
        clock,
        allowStarter,
        CitedArticles.inMemory());
  }

  /// Does some work on one release, whatever becomes of the release in use meanwhile: all that
  /// the work asks this library on the calling thread is answered from the same one.
  public <T> T pinned(Supplier<T> work) {
    return releases.pinned(work);
  }

  /// Starts reading what the parts of a message mean, before all other work of the encoders, and
  /// returns at once.
  ///
  /// @param text the message, whose vectors as a question can be had too
  /// @param parts in their canonical form; none: there is nothing to read
  /// @param whole those of them that are whole messages, which are read more thoroughly
  public PendingText begin(String text, List<String> parts, Set<String> whole) {
    return releases.read(
        index -> PendingText.begin(text, parts, whole, index.encoders(), classifier));
  }

  /// Starts what is needed of a text as a question, of which nothing else is read.
  public PendingText begin(String text) {
    return begin(text, List.of(), Set.of());
  }

  /// The name of the classifier that reads them.
  public String classifier() {
    return classifier.name();
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
    SearchRequest request = new SearchRequest(
        text, language, limit, floor, today(), SearchRequest.Retriever.HYBRID, vectors);
    return releases.read(index -> index.search(request));
  }

  /// A question with its misspelt words mended by the words of the release; empty where none of
  /// them is misspelt.
  public Optional<String> respelt(String question, Language language) {
    return releases.read(index -> index.respelt(question, language));
  }

  /// The article of an id; empty when there is none or it may not be shown today.
  public Optional<Article> article(String id) {
    return releases.read(index -> index.article(id, today()));
  }

  /// The passages of an article in its order; empty when it may not be shown today.
  public List<Passage> passages(String articleId) {
    return releases.read(index -> index.passages(articleId, today()));
  }

  /// The names of what an article is about, as people say them: its title and other names, in
  /// each language it is written in; empty when there is no such article that may be shown.
  ///
  /// @param topic the article's id without its language, which is its main topic
  public Set<String> namesOf(String topic) {
    return pinned(() -> {
      Set<String> names = new LinkedHashSet<>();
      for (Language language : Language.values()) {
        String id = language == Language.FALLBACK ? topic : topic + "-" + language.tag();
        article(id).ifPresent(article -> {
          names.add(article.front().title());
          names.addAll(article.front().also());
        });
      }
      return names;
    });
  }

  /// Keeps the texts of articles that an answer may rest on, so that its citations can be opened
  /// for ever ([#text]). Of articles that may not be shown today nothing is kept.
  public void keep(Set<String> articleIds) {
    pinned(() -> {
      String release = releaseId();
      for (String id : articleIds) {
        if (!cited.isKept(release, id)) {
          read(id).ifPresent(text -> cited.keep(release, id, text));
        }
      }
      return release;
    });
  }

  /// An article for reading: of the release in use, or as an answer cited it from another one.
  ///
  /// @param release the id of the release it was cited from; null: the one in use
  /// @return empty when there is none that may be shown today and none was kept
  public Optional<ArticleText> text(String id, @Nullable String release) {
    return pinned(() -> former(id, release).or(() -> read(id)));
  }

  /// The text of an article as it was cited from a release that is not the one in use; empty
  /// where none was kept.
  ///
  /// @param release its id; null, and what is no id, is none
  public Optional<ArticleText> former(String id, @Nullable String release) {
    return release == null || !RELEASE_ID.matcher(release).matches() || release.equals(releaseId())
        ? Optional.empty()
        : cited.find(release, id);
  }

  private Optional<ArticleText> read(String id) {
    return pinned(() -> {
      List<Passage> passages = passages(id);
      return passages.isEmpty()
          ? Optional.<ArticleText>empty()
          : article(id).map(article -> ArticleText.of(article, passages));
    });
  }

  /// Whether any article of a release may be shown today.
  boolean mayShow(Release release) {
    return KnowledgeIndex.articleCount(release, today()) > 0;
  }

  /// Puts another release into use; what has begun to read the one before goes on with that.
  ///
  /// @param gone what is done when this one is closed in its turn
  void use(KnowledgeIndex next, Runnable gone) {
    releases.use(next, gone);
  }

  /// How much of the release may be shown today.
  Shown shown() {
    return releases.read(index ->
        new Shown(index.articleCount(), index.articleCount(today()), clock.today(), allowStarter));
  }

  /// How much of a release may be shown on a day.
  ///
  /// @param articles how many it has
  /// @param eligible how many of them may be shown
  record Shown(int articles, int eligible, LocalDate day, boolean starterAllowed) {}

  /// The id of the release in use.
  public String releaseId() {
    return releases.read(KnowledgeIndex::releaseId);
  }

  private Eligibility today() {
    return new Eligibility(clock.today(), allowStarter);
  }
}
