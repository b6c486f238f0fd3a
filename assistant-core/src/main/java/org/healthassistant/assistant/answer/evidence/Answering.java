package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import org.healthassistant.knowledge.passage.Passage;

/// A passage that answers, with what is told of it and of the patient.
///
/// @param passage whose text is told
/// @param sentences what is told of it, in its order: the whole answer, or of a long passage that
///     is not written as one a part; at least one
/// @param own what follows the first sentence: the patient's value, and sentences for those to
///     whom they apply; may be empty
/// @param told what follows for those to whom it applies by what was said in the conversation,
///     which is of the person asked about; may be empty
public record Answering(
    Passage passage, List<String> sentences, List<DraftSentence> own, List<DraftSentence> told) {

  /// Copies the lists.
  public Answering {
    sentences = List.copyOf(sentences);
    own = List.copyOf(own);
    told = List.copyOf(told);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("passage '" + passage.id() + "' answers nothing");
    }
  }

  /// The answer without what is the patient's own, line by line.
  public List<DraftSentence> vetted() {
    return sentences.stream().map(text -> DraftSentence.of(text, passage)).toList();
  }

  @Override
  public String toString() {
    return "Answering[" + passage.id() + ", REDACTED]";
  }
}
