package org.healthassistant.knowledge.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question of an article with its whole answer.
///
/// @param question the question as written
/// @param anchor the question as a slug, unique in the article
/// @param asks wordings by which people ask it, never shown; may be empty
/// @param value the LOINC code of the patient's own value that follows the first sentence; null
///     for none
/// @param conditionals sentences that follow the first for those to whom they apply; may be empty
/// @param paragraphs the answer, one paragraph an element, at least one
public record Answer(
    String question,
    String anchor,
    List<String> asks,
    @Nullable String value,
    List<Conditional> conditionals,
    List<String> paragraphs) {
  /// Copies the lists.
  public Answer {
    asks = List.copyOf(asks);
    conditionals = List.copyOf(conditionals);
    paragraphs = List.copyOf(paragraphs);
  }

  /// The answer's text: its paragraphs, one a line.
  public String text() {
    return String.join("\n", paragraphs);
  }
}
