package org.healthassistant.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.article.Validity;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.release.Release;

/// All content of a release, seen only through an [Eligibility]: every way out of the index
/// passes here.
final class EligibleContent {
  private final Release release;
  private volatile View last;

  EligibleContent(Release release) {
    this.release = release;
    this.last = new View(release, new Eligibility(java.time.LocalDate.MIN, false));
  }

  /// What may be shown; the last view is kept, since most questions ask on the same day.
  View select(Eligibility eligibility) {
    View view = last;
    if (!view.eligibility.equals(eligibility)) {
      view = new View(release, eligibility);
      last = view;
    }
    return view;
  }

  /// The content that may be shown on one day.
  static final class View {
    private final Eligibility eligibility;
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, List<Passage>> passages = new HashMap<>();
    private final BitSet numbers = new BitSet();

    private View(Release release, Eligibility eligibility) {
      this.eligibility = eligibility;
      for (Article article : release.articles()) {
        if (shown(article.front(), eligibility)) {
          articles.put(article.front().id(), article);
        }
      }
      List<Passage> all = release.passages();
      for (int i = 0; i < all.size(); i++) {
        if (articles.containsKey(all.get(i).articleId())) {
          passages
              .computeIfAbsent(all.get(i).articleId(), id -> new ArrayList<>())
              .add(all.get(i));
          numbers.set(i);
        }
      }
    }

    private static boolean shown(FrontMatter front, Eligibility eligibility) {
      return Validity.shown(
          front.status(),
          front.evidenceDate(),
          front.reviewedOn(),
          front.reviewBy(),
          eligibility.on(),
          eligibility.allowStarter());
    }

    int articleCount() {
      return articles.size();
    }

    Optional<Article> article(String id) {
      return Optional.ofNullable(articles.get(id));
    }

    List<Passage> passages(String articleId) {
      return List.copyOf(passages.getOrDefault(articleId, List.of()));
    }

    /// The numbers of the passages, in the release's order; not to be changed.
    BitSet numbers() {
      return numbers;
    }
  }
}
