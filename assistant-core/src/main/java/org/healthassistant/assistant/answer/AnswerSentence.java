package org.healthassistant.assistant.answer;

import java.util.List;

/// One sentence of an answer.
///
/// @param text as shown, without markers
/// @param citations ids of the answer's citations that it rests on; empty only for
///     [Kind#CONNECTIVE]
/// @param kind what it says
public record AnswerSentence(String text, List<String> citations, Kind kind) {

  /// Copies the list.
  public AnswerSentence {
    citations = List.copyOf(citations);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }

  /// What a sentence says.
  public enum Kind {
    /// Something of a vetted passage.
    CONTENT,
    /// Something of the patient's own record.
    RECORD,
    /// When to get help.
    SAFETY,
    /// Neither: a greeting, a note on the source's language, that there is no answer.
    CONNECTIVE
  }
}
