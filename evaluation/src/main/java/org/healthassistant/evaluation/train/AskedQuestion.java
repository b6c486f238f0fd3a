package org.healthassistant.evaluation.train;

import java.util.List;
import org.healthassistant.knowledge.text.Language;

/// A question with the answers of the starter library that are right for it.
///
/// @param id unique in the set
/// @param writer who wrote it, without having read the articles
/// @param language it is written in
/// @param text as a patient would write it
/// @param kind what becomes of it
/// @param right ids of passages, each of which answers it; empty where the library has no answer
record AskedQuestion(
    String id, String writer, Language language, String text, Kind kind, List<String> right) {

  /// Copies the list.
  AskedQuestion {
    right = List.copyOf(right);
  }

  /// What becomes of a question.
  enum Kind {
    /// The library answers it, or would if it covered the subject.
    ANSWER,
    /// No patient education answers it.
    NONE,
    /// Only a person may answer it: a dose of one's own, a diagnosis.
    FORBIDDEN
  }
}
