package org.healthassistant.knowledge.article;

import java.util.List;

/// One vetted text.
///
/// @param front what is said of it
/// @param sections its sections in order, at least one
public record Article(FrontMatter front, List<Section> sections) {
  /// Copies the list.
  public Article {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("article '" + front.id() + "' has no section");
    }
  }
}
