package org.healthassistant.knowledge.passage;

import java.util.List;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Conditional;
import org.jspecify.annotations.Nullable;

/// The question that a passage answers whole.
///
/// @param question the question as written
/// @param wordings how people ask it, never shown; may be empty
/// @param value the LOINC code of the patient's own value that follows the first sentence; null
///     for none
/// @param conditionals sentences that follow the first for those to whom they apply; they are no
///     part of the passage's text and are cited by the same passage
public record Asked(
    String question,
    List<String> wordings,
    @Nullable String value,
    List<Conditional> conditionals) {
  /// Copies the lists.
  public Asked {
    wordings = List.copyOf(wordings);
    conditionals = List.copyOf(conditionals);
  }

  /// What an answer of an article is asked by.
  public static Asked of(Answer answer) {
    return new Asked(answer.question(), answer.asks(), answer.value(), answer.conditionals());
  }
}
