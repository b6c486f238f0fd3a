package org.healthassistant.assistant.answer.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// TextNormalizer that people use for the same thing (`answer/same.yaml`): the first of each
/// line stands for all.
final class QuestionSynonyms {

  static final QuestionSynonyms BUILT_IN =
      new QuestionSynonyms(AnswerData.read("same.yaml", Data.class).same());

  private final Map<String, String> first = new HashMap<>();

  private QuestionSynonyms(List<List<String>> lines) {
    lines.forEach(line -> line.forEach(word -> first.put(word, line.getFirst())));
  }

  /// The word that stands for a folded word; itself when it has no other.
  String canonical(String word) {
    return first.getOrDefault(word, word);
  }

  private record Data(List<List<String>> same) {}
}
