package org.healthassistant.assistant.library;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of articles as they were when an answer rested on them, by their release: they can
/// be read for ever, whatever becomes of the release. Safe from any thread.
interface CitedArticles {

  /// Keeps the text of an article; does nothing where it is kept already.
  void keep(String release, String article, ArticleText text);

  /// Whether it is known here that a text is kept; false may also mean that nobody has looked.
  boolean isKept(String release, String article);

  /// The text that was kept; empty where none was.
  Optional<ArticleText> find(String release, String article);

  /// Texts that are kept in memory.
  static CitedArticles inMemory() {
    Map<String, ArticleText> kept = new ConcurrentHashMap<>();
    return new CitedArticles() {
      @Override
      public void keep(String release, String article, ArticleText text) {
        kept.putIfAbsent(release + "/" + article, text);
      }

      @Override
      public boolean isKept(String release, String article) {
        return kept.containsKey(release + "/" + article);
      }

      @Override
      public Optional<ArticleText> find(String release, String article) {
        return Optional.ofNullable(kept.get(release + "/" + article));
      }
    };
  }
}
