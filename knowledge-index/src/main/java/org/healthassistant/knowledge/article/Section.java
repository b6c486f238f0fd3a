package org.healthassistant.knowledge.article;

import java.util.List;

/// One section of an article.
///
/// @param heading the heading as written
/// @param anchor the heading as a slug, unique in the article
/// @param kind what the heading asks
/// @param paragraphs its text, one paragraph an element, in order
public record Section(String heading, String anchor, SectionKind kind, List<String> paragraphs) {
  /// Copies the list.
  public Section {
    paragraphs = List.copyOf(paragraphs);
  }
}
