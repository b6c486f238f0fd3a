package org.healthassistant.knowledge.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One section of an article: text, questions with their answers, or the one before the other.
///
/// @param heading the heading as written
/// @param anchor the heading as a slug, unique in the article
/// @param kind what the heading asks
/// @param paragraphs its text before the first question, one paragraph an element, in order; may
///     be empty where there are answers
/// @param answers its questions with their answers, in order; empty in content that is not
///     written by questions
public record Section(
    String heading,
    String anchor,
    SectionKind kind,
    List<String> paragraphs,
    @Nullable List<Answer> answers) {
  /// Copies the lists; releases made before there were answers name none.
  public Section {
    paragraphs = List.copyOf(paragraphs);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  /// The questions with their answers, in order.
  public List<Answer> answers() {
    return answers == null ? List.of() : answers;
  }
}
