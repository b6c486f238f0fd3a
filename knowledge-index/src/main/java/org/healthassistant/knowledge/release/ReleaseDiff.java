package org.healthassistant.knowledge.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Passage;

/// What changes between two releases, by topic.
///
/// @param changes the changes of each topic, ordered by topic and then by passage
public record ReleaseDiff(Map<String, List<Change>> changes) {

  /// What became of a passage or an article.
  public enum Kind {
    /// It is new.
    ADDED,
    /// It is gone.
    REMOVED,
    /// Its words, its wordings or what is said of its article differ.
    CHANGED
  }

  /// One change.
  ///
  /// @param what the id of a passage, or of an article whose head alone differs
  /// @param title the article's title
  /// @param asked the question, or else the heading
  public record Change(Kind kind, String what, String title, String asked) {}

  /// The changes from one release to another.
  public static ReleaseDiff between(Release from, Release to) {
    Map<String, Passage> before = passages(from);
    Map<String, Passage> after = passages(to);
    Map<String, List<Change>> changes = new TreeMap<>();
    before.forEach((id, passage) -> {
      Passage now = after.get(id);
      if (now == null) {
        add(Kind.REMOVED, passage, changes);
      } else if (!said(passage).equals(said(now))) {
        add(Kind.CHANGED, now, changes);
      }
    });
    after.forEach((id, passage) -> {
      if (!before.containsKey(id)) {
        add(Kind.ADDED, passage, changes);
      }
    });
    heads(from, to, changes);
    return new ReleaseDiff(changes);
  }

  private static Map<String, Passage> passages(Release release) {
    Map<String, Passage> passages = new LinkedHashMap<>();
    release.passages().forEach(passage -> passages.put(passage.id(), passage));
    return passages;
  }

  private static List<Object> said(Passage passage) {
    return List.of(
        passage.text(), passage.section(), Objects.requireNonNullElse(passage.asked(), ""));
  }

  private static void add(Kind kind, Passage passage, Map<String, List<Change>> changes) {
    String asked = passage.asked() == null ? passage.section() : passage.asked().question();
    changes
        .computeIfAbsent(passage.topics().getFirst(), topic -> new java.util.ArrayList<>())
        .add(new Change(kind, passage.id(), passage.title(), asked));
  }

  private static void heads(Release from, Release to, Map<String, List<Change>> changes) {
    Map<String, Article> before = new TreeMap<>();
    from.articles().forEach(article -> before.put(article.front().id(), article));
    for (Article article : to.articles()) {
      Article was = before.get(article.front().id());
      if (was != null && !was.front().equals(article.front())) {
        changes
            .computeIfAbsent(
                article.front().topics().getFirst(), topic -> new java.util.ArrayList<>())
            .add(new Change(Kind.CHANGED, article.front().id(), article.front().title(), ""));
      }
    }
  }
}
