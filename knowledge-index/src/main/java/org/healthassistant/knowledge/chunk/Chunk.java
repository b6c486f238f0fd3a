package org.healthassistant.knowledge.chunk;

import java.util.List;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.text.Span;

/// A part of an article that becomes one passage.
///
/// @param section the section it is of
/// @param part its number within the section, from 1
/// @param text its exact text
/// @param sentences the sentences of the text, in order
public record Chunk(Section section, int part, String text, List<Span> sentences) {
  /// Copies the list.
  public Chunk {
    sentences = List.copyOf(sentences);
  }

  /// The passage's id: the article's, `#`, the anchor, and `~2` and on for later parts.
  public String id(String articleId) {
    return articleId + "#" + section.anchor() + (part == 1 ? "" : "~" + part);
  }
}
