package org.healthassistant.assistant.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words that people use for the same thing (`answer/same.yaml`): the first of each line stands for
/// all.
final class Same {

  static final Same BUILT_IN = new Same(AnswerData.read("same.yaml", Data.class).same());

  private final Map<String, String> first = new HashMap<>();

  private Same(List<List<String>> lines) {
    lines.forEach(line -> line.forEach(word -> first.put(word, line.getFirst())));
  }

  /// The word that stands for a folded word; itself when it has no other.
  String of(String word) {
    return first.getOrDefault(word, word);
  }

  private record Data(List<List<String>> same) {}
}
