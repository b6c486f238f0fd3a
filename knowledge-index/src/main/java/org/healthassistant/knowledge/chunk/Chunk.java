package org.healthassistant.knowledge.chunk;

import java.util.List;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.text.Span;
import org.jspecify.annotations.Nullable;

/// A part of an article that becomes one passage.
///
/// @param section the section it is of
/// @param answer the answer it is; null for a part of the section's text
/// @param part its number within the section, from 1
/// @param text its exact text
/// @param sentences the sentences of the text, in order
public record Chunk(
    Section section, @Nullable Answer answer, int part, String text, List<Span> sentences) {
  /// Copies the list.
  public Chunk {
    sentences = List.copyOf(sentences);
  }

  /// The anchor of the answer, or else of the section.
  public String anchor() {
    return answer == null ? section.anchor() : answer.anchor();
  }

  /// What it is headed by: the question of the answer, or else the section's heading.
  public String heading() {
    return answer == null ? section.heading() : answer.question();
  }

  /// The passage's id: the article's, `#`, the anchor, and `~2` and on for later parts.
  public String id(String articleId) {
    return articleId + "#" + anchor() + (part == 1 ? "" : "~" + part);
  }
}
